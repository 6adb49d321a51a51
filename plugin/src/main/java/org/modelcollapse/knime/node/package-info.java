/**
 * What every node of this extension shares: how its texts, ports, dialog and settings meet KNIME. Uses KNIME only; the
 * packages of the single nodes build on it.
 */
package org.modelcollapse.knime.node;
