package org.knime.core.node.workflow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.knime.core.node.workflow.FlowVariable.Scope;

/** What flows along connections: variables, and the marks of the loops one is in; later entries hide earlier ones. */
public final class FlowObjectStack implements Iterable<FlowObject> {

    private final NodeID owner;

    private final List<FlowObject> stack = new ArrayList<>();

    FlowObjectStack(final NodeID owner) {
        this.owner = owner;
    }

    /** Merges what arrives at a node; index 0 is the flow-variable port, which has the last word. */
    FlowObjectStack(final NodeID owner, final List<FlowObjectStack> upstream) {
        this.owner = owner;
        final List<List<FlowObject>> inputs = new ArrayList<>();
        for (int i = 1; i <= upstream.size(); i++) {
            final FlowObjectStack input = upstream.get(i % upstream.size());
            if (input != null) {
                inputs.add(input.stack.stream().filter(o -> !isLocal(o)).toList());
            }
        }
        merge(inputs);
    }

    private static boolean isLocal(final FlowObject object) {
        return object instanceof FlowVariable v && v.getScope() == Scope.Local;
    }

    private void merge(final List<List<FlowObject>> inputs) {
        final int[] next = new int[inputs.size()];
        FlowObject common;
        do {
            common = null;
            final Set<FlowObject> variables = new LinkedHashSet<>();
            final List<Integer> atCommon = new ArrayList<>();
            for (int i = 0; i < next.length; i++) {
                final List<FlowObject> input = inputs.get(i);
                while (next[i] < input.size() && !(input.get(next[i]) instanceof FlowScopeContext)) {
                    final FlowObject variable = input.get(next[i]++);
                    variables.remove(variable);
                    variables.add(variable);
                }
                if (next[i] < input.size()) {
                    final FlowObject scope = input.get(next[i]);
                    if (common != null && !common.equals(scope)) {
                        throw new IllegalFlowObjectStackException("Conflicting FlowObjects: " + scope + " vs. " + common
                            + " (loops/scopes not properly nested?)");
                    }
                    common = scope;
                    atCommon.add(i);
                }
            }
            stack.addAll(variables);
            if (common != null) {
                stack.add(common);
                atCommon.forEach(i -> next[i]++);
            }
        } while (common != null);
    }

    public void push(final FlowObject item) {
        if (item.getOwner() != null && !item.getOwner().equals(owner)) {
            throw new IllegalArgumentException("Can't put a FlowObject item onto stack, which already has a different "
                + "owner (existing owner " + item.getOwner() + ", new owner " + owner + ")");
        }
        item.setOwner(owner);
        stack.add(item);
    }

    public <T extends FlowObject> T peek(final Class<T> type) {
        return peekOptional(type).orElse(null);
    }

    public <T extends FlowObject> Optional<T> peekOptional(final Class<T> type) {
        for (int i = stack.size() - 1; i >= 0; i--) {
            if (type.isInstance(stack.get(i))) {
                return Optional.of(type.cast(stack.get(i)));
            }
        }
        return Optional.empty();
    }

    /** Removes everything down to and with the topmost object of the type. */
    public <T extends FlowObject> T pop(final Class<T> type) {
        while (!stack.isEmpty()) {
            final FlowObject object = stack.remove(stack.size() - 1);
            if (type.isInstance(object)) {
                return type.cast(object);
            }
        }
        return null;
    }

    public Optional<FlowVariable> peekFlowVariable(final String name, final VariableType<?> type) {
        for (int i = stack.size() - 1; i >= 0; i--) {
            if (stack.get(i) instanceof FlowVariable v && v.getName().equals(name) && v.getVariableType() == type) {
                return Optional.of(v);
            }
        }
        return Optional.empty();
    }

    public Map<String, FlowVariable> getAllAvailableFlowVariables() {
        return available(v -> true);
    }

    public Map<String, FlowVariable> getAvailableFlowVariables(final VariableType<?>[] types) {
        return available(v -> List.of(types).contains(v.getVariableType()));
    }

    private Map<String, FlowVariable> available(final Predicate<FlowVariable> wanted) {
        final Map<String, FlowVariable> variables = new LinkedHashMap<>();
        for (int i = stack.size() - 1; i >= 0; i--) {
            if (stack.get(i) instanceof FlowVariable v && v.getScope() != Scope.Hide && wanted.test(v)) {
                variables.putIfAbsent(v.getName(), v);
            }
        }
        return Collections.unmodifiableMap(variables);
    }

    List<FlowObject> getFlowObjectsOwnedBy(final NodeID id) {
        return stack.stream().filter(o -> id.equals(o.getOwner()) && !isLocal(o)).toList();
    }

    /** From the top to the bottom. */
    @Override
    public Iterator<FlowObject> iterator() {
        final List<FlowObject> copy = new ArrayList<>(stack);
        Collections.reverse(copy);
        return Collections.unmodifiableList(copy).iterator();
    }

    @Override
    public boolean equals(final Object o) {
        return o instanceof FlowObjectStack other && other.owner.equals(owner) && other.stack.equals(stack);
    }

    @Override
    public int hashCode() {
        return 31 * owner.hashCode() + stack.hashCode();
    }

    @Override
    public String toString() {
        return "stack of node " + owner + ": " + stack;
    }
}
