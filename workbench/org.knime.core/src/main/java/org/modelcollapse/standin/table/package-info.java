/** How the stand-in keeps tables: in memory, a column at a time, simple values without an object each. */
package org.modelcollapse.standin.table;
