/** What nodes have beyond tables and settings: pages, and services that give them data. */
package org.knime.core.webui.node;
