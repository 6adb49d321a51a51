/**
 * Writes the pages about the nodes from what the nodes say about themselves, and the pictures of the canvas from the examples, so that neither disagrees with the product.
 */
package org.modelcollapse.runner.docs;
