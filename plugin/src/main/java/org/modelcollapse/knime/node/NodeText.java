package org.modelcollapse.knime.node;

import java.util.List;

import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.impl.description.DefaultNodeDescriptionUtil;
import org.knime.node.impl.description.ExternalResource;
import org.knime.node.impl.description.PortDescription;
import org.knime.node.impl.description.ViewDescription;
import org.knime.node.parameters.NodeParameters;

/**
 * Everything a node says about itself; the options are described on the fields of the parameters class. All longer
 * texts are XML fragments.
 *
 * @param name the node's name, in title case
 * @param icon file name of a 16x16 PNG beside the factory class
 * @param type the kind of node, which gives its colour
 * @param summary one sentence
 * @param description what the node does and why one would use it
 * @param inputs a description a port (or optional port), in their order
 * @param outputs likewise
 * @param parameters the class of the node's settings
 * @param links further reading
 * @param keywords words that people may search the node by
 */
public record NodeText(String name, String icon, NodeType type, String summary, String description,
    List<PortDescription> inputs, List<PortDescription> outputs, Class<? extends NodeParameters> parameters,
    List<ExternalResource> links, List<String> keywords) {

    /** The post and the paper that the extension starts from. */
    public static final ExternalResource CURSE_OF_RECURSION =
        new ExternalResource("https://doi.org/10.1038/s41586-024-07566-y", """
            Shumailov et al.: AI models collapse when trained on recursively generated data, Nature 631 (2024), 755
            """);

    /** The paper that gave EM its name. */
    public static final ExternalResource EM_PAPER =
        new ExternalResource("https://doi.org/10.1111/j.2517-6161.1977.tb01600.x", """
            Dempster, Laird, Rubin: Maximum likelihood from incomplete data via the EM algorithm (1977)
            """);

    /** The 14 kinds of covariance, with pictures. */
    public static final ExternalResource FAMILIES_PAPER =
        new ExternalResource("https://doi.org/10.32614/RJ-2016-021", """
            Scrucca, Fop, Murphy, Raftery: mclust 5: clustering, classification and density estimation using Gaussian finite
            mixture models (2016), for the 14 kinds of covariance
            """);

    NodeDescription toNodeDescription(final List<ViewDescription> views) {
        return DefaultNodeDescriptionUtil.createNodeDescription(name, icon, inputs, outputs, summary, description,
            links, parameters, views, type, keywords, null);
    }
}
