package org.modelcollapse.knime.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.function.Supplier;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.message.TextMessage.Message;
import org.knime.node.parameters.widget.message.TextMessage.MessageType;

@DisplayName("A preview of settings")
class PreviewTest {

    private static final class Of extends Preview {

        private final Supplier<String> setting;

        Of(final Supplier<String> setting) {
            this.setting = setting;
        }

        @Override
        protected void listen(final StateProviderInitializer initializer) {
            // one setting, which the test gives
        }

        @Override
        protected Optional<Message> show(final NodeParametersInput input) throws InvalidSettingsException {
            if (typed(setting).equals("wrong")) {
                throw new InvalidSettingsException("It is wrong.");
            }
            return info("Title", setting.get());
        }
    }

    private static Message show(final String setting) {
        return OpenDialog.on(new SeedParameters()).show(new Of(() -> setting)).orElseThrow();
    }

    @Test
    @DisplayName("informs, or says what is wrong or empty, and never fails")
    void never() {
        assertEquals(new Message("Title", "right", MessageType.INFO), show("right"));
        assertEquals(new Message("Not valid yet", "It is wrong.", MessageType.WARNING), show("wrong"));
        assertEquals(new Message("Not valid yet", "A field is empty.", MessageType.WARNING), show(null));
    }
}
