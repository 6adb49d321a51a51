/** Pages: names only, for the stand-in shows none. */
package org.knime.core.webui.page;
