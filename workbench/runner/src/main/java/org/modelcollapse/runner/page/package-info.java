/** Makes one file of a page and all that it needs. Knows nothing of KNIME. */
package org.modelcollapse.runner.page;
