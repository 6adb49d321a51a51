package org.knime.core.node.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The nodes and connections of a workflow. */
final class Graph {

    private final Map<NodeID, NativeNodeContainer> nodes = new TreeMap<>();

    private final Set<ConnectionContainer> connections = new LinkedHashSet<>();

    private List<NativeNodeContainer> sorted;

    private Map<NodeID, List<ConnectionContainer>> incoming;

    private Map<NodeID, List<ConnectionContainer>> outgoing;

    void add(final NativeNodeContainer node) {
        nodes.put(node.getID(), node);
        sorted = null;
    }

    void remove(final NativeNodeContainer node) {
        nodes.remove(node.getID());
        connections.removeIf(c -> c.getSource().equals(node.getID()) || c.getDest().equals(node.getID()));
        sorted = null;
    }

    void add(final ConnectionContainer connection) {
        connections.add(connection);
        sorted = null;
    }

    void remove(final ConnectionContainer connection) {
        connections.remove(connection);
        sorted = null;
    }

    NativeNodeContainer node(final NodeID id) {
        return nodes.get(id);
    }

    Collection<NativeNodeContainer> nodes() {
        return nodes.values();
    }

    List<ConnectionContainer> incoming(final NodeID id) {
        sort();
        return incoming.getOrDefault(id, List.of());
    }

    List<ConnectionContainer> outgoing(final NodeID id) {
        sort();
        return outgoing.getOrDefault(id, List.of());
    }

    ConnectionContainer incoming(final NodeID id, final int port) {
        for (final ConnectionContainer c : incoming(id)) {
            if (c.getDestPort() == port) {
                return c;
            }
        }
        return null;
    }

    /** The nodes so that each comes after those it depends on, else by number. */
    List<NativeNodeContainer> sorted() {
        sort();
        return sorted;
    }

    private void sort() {
        if (sorted != null) {
            return;
        }
        incoming = new HashMap<>();
        outgoing = new HashMap<>();
        final Map<NodeID, Integer> open = new HashMap<>();
        for (final ConnectionContainer c : connections) {
            incoming.computeIfAbsent(c.getDest(), k -> new ArrayList<>()).add(c);
            outgoing.computeIfAbsent(c.getSource(), k -> new ArrayList<>()).add(c);
            open.merge(c.getDest(), 1, Integer::sum);
        }
        final TreeSet<NodeID> ready = new TreeSet<>(nodes.keySet());
        ready.removeAll(open.keySet());
        final List<NativeNodeContainer> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            final NodeID next = ready.pollFirst();
            order.add(nodes.get(next));
            for (final ConnectionContainer c : outgoing.getOrDefault(next, List.of())) {
                if (open.merge(c.getDest(), -1, Integer::sum) == 0) {
                    ready.add(c.getDest());
                }
            }
        }
        if (order.size() < nodes.size()) {
            throw new IllegalStateException("The connections of the workflow make a circle");
        }
        sorted = order;
    }

    /** The nodes that depend on a node, in order, without itself. */
    Set<NodeID> after(final NodeID id) {
        final Set<NodeID> after = new LinkedHashSet<>();
        final Set<NodeID> reached = new LinkedHashSet<>(Set.of(id));
        for (final NativeNodeContainer n : sorted()) {
            if (incoming(n.getID()).stream().anyMatch(c -> reached.contains(c.getSource()))) {
                reached.add(n.getID());
                after.add(n.getID());
            }
        }
        return after;
    }

    /** The nodes between the start and the end of a loop, with branches that end inside, in order. */
    List<NativeNodeContainer> body(final NodeID start, final NodeID end) throws IllegalLoopException {
        final Set<NodeID> afterEnd = after(end);
        final Set<NodeID> reached = new LinkedHashSet<>(Set.of(start));
        final List<NativeNodeContainer> body = new ArrayList<>();
        for (final NativeNodeContainer n : sorted()) {
            final NodeID id = n.getID();
            if (!id.equals(end) && incoming(id).stream().anyMatch(c -> reached.contains(c.getSource()))) {
                if (afterEnd.contains(id)) {
                    throw new IllegalLoopException("Branches are not permitted to leave loops!");
                }
                reached.add(id);
                body.add(n);
            }
        }
        return body;
    }
}
