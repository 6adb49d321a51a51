/** What has a page. */
package org.knime.core.webui;
