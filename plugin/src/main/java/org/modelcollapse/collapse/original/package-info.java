/**
 * What a recursion starts from: a mixture, or the user's own rows.
 */
package org.modelcollapse.collapse.original;
