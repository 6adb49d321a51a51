/** What gives pages their data: names only, for the stand-in shows no pages. */
package org.knime.core.webui.data;
