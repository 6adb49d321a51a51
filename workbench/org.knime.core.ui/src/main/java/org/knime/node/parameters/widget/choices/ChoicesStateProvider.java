package org.knime.node.parameters.widget.choices;

import java.util.List;

import org.knime.node.parameters.updates.StateProvider;

/**
 * Lists what can be chosen.
 *
 * @param <S> a choice
 */
public sealed interface ChoicesStateProvider<S> extends StateProvider<List<S>> permits TypedStringChoicesProvider {
}
