package org.modelcollapse.knime.node;

import java.util.Optional;
import java.util.function.Supplier;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.message.TextMessage.Message;
import org.knime.node.parameters.widget.message.TextMessage.MessageType;

/**
 * A message in a dialog that tells, while settings are typed, what they would give. Half-typed settings are no failure:
 * the message then says what is wrong with them.
 */
public abstract class Preview implements StateProvider<Optional<Message>> {

    /**
     * Says which settings the message depends on.
     *
     * @param initializer gives their values, and asks for the message again when one of them changes
     */
    protected abstract void listen(StateProviderInitializer initializer);

    /**
     * @param input of the node
     * @return the message; empty to show none
     * @throws InvalidSettingsException if the settings are not valid yet; its message is shown instead
     */
    protected abstract Optional<Message> show(NodeParametersInput input) throws InvalidSettingsException;

    @Override
    public final void init(final StateProviderInitializer initializer) {
        initializer.computeBeforeOpenDialog();
        listen(initializer);
    }

    @Override
    public final Optional<Message> computeState(final NodeParametersInput input) {
        try {
            return show(input);
        } catch (InvalidSettingsException | IllegalArgumentException e) {
            return Optional.of(new Message("Not valid yet", e.getMessage(), MessageType.WARNING));
        }
    }

    /**
     * @param <T> of the value
     * @param value of a setting
     * @return the value
     * @throws IllegalArgumentException if the field is empty at the moment
     */
    protected static <T> T typed(final Supplier<T> value) {
        final T present = value.get();
        if (present == null) {
            throw new IllegalArgumentException("A field is empty.");
        }
        return present;
    }

    /**
     * @param title a few words
     * @param description plain text
     * @return a message that informs
     */
    protected static Optional<Message> info(final String title, final String description) {
        return Optional.of(new Message(title, description, MessageType.INFO));
    }
}
