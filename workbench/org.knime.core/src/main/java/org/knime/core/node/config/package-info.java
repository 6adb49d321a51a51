/** Configuration trees that also hold what tables are made of. */
package org.knime.core.node.config;
