package org.knime.node.parameters.widget.message;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;

import org.knime.node.parameters.updates.StateProvider;

/** A message in the place of a setting, computed while the dialog is open. The field is of type {@link Void}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface TextMessage {

    Class<? extends StateProvider<Optional<Message>>> value();

    /** What is shown: plain text. */
    record Message(String title, String description, MessageType type) {
    }

    /** Gives the message its colour and icon. */
    enum MessageType {
        INFO, WARNING, ERROR, SUCCESS
    }
}
