/** Calls of pages to their nodes. */
package org.modelcollapse.standin.rpc;
