package org.modelcollapse.runner;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.knime.core.node.NodeFactory.NodeType;

/**
 * Which nodes of a workflow cannot run where KNIME's own nodes are not installed: those themselves, whatever needs what they give, and loops that would lose a node
 * between their ends. The rest runs as if these were not there.
 */
final class LeftOut {

    private final Collection<WorkflowFiles.Link> links;
    private final Map<Integer, NodeType> types;
    private final Map<Integer, Integer> because = new TreeMap<>();

    private LeftOut(final Collection<WorkflowFiles.Link> links, final Map<Integer, NodeType> types) {
        this.links = links;
        this.types = types;
    }

    /**
     * @param missing numbers of the nodes that are not installed
     * @param links all connections
     * @param types of the nodes that are there, by number
     * @return every node to leave out, with the missing one because of which; for a missing one itself
     */
    static Map<Integer, Integer> of(final Collection<Integer> missing, final Collection<WorkflowFiles.Link> links, final Map<Integer, NodeType> types) {
        final LeftOut leftOut = new LeftOut(links, types);
        missing.forEach(m -> leftOut.addWithFollowers(m, m));
        while (leftOut.addBrokenLoop()) {
            // leaving out a loop may break the one around it
        }
        return leftOut.because;
    }

    private void addWithFollowers(final int node, final int reason) {
        if (because.putIfAbsent(node, reason) == null) {
            followers(node).forEach(f -> addWithFollowers(f, reason));
        }
    }

    private List<Integer> followers(final int node) {
        return links.stream().filter(l -> l.from() == node).map(WorkflowFiles.Link::to).toList();
    }

    private boolean addBrokenLoop() {
        for (final Map.Entry<Integer, NodeType> node : types.entrySet()) {
            if (node.getValue() == NodeType.LoopStart && !because.containsKey(node.getKey())) {
                for (final int end : ends(node.getKey())) {
                    if (because.containsKey(end)) {
                        addWithFollowers(node.getKey(), because.get(end));
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private record Place(int node, int depth) {
    }

    /** @return the ends of the loop: those reached from its start with as many ends passed as starts */
    private Set<Integer> ends(final int start) {
        final Set<Integer> ends = new HashSet<>();
        final Set<Place> seen = new HashSet<>();
        final Deque<Place> open = new ArrayDeque<>(List.of(new Place(start, 0)));
        while (!open.isEmpty()) {
            final Place place = open.pop();
            final NodeType type = types.get(place.node());
            final int depth = place.depth() + (type == NodeType.LoopStart ? 1 : 0) - (type == NodeType.LoopEnd ? 1 : 0);
            if (depth == 0) {
                ends.add(place.node());
            } else if (seen.add(place)) {
                followers(place.node()).forEach(f -> open.push(new Place(f, depth)));
            }
        }
        return ends;
    }
}
