package org.modelcollapse.knime.node;

import java.util.Optional;
import java.util.SplittableRandom;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.button.Icon;
import org.knime.core.webui.node.dialog.defaultdialog.internal.button.SimpleButtonWidget;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.ButtonReference;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.ValueProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.message.TextMessage.Message;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** The seed of a node's random numbers: the same in every node that draws any. */
public final class SeedParameters implements NodeParameters {

    /** The largest whole number that a dialog keeps exactly: JavaScript's. */
    private static final long LARGEST = (1L << 53) - 1;

    /** Drawn seeds stay below this, so that they fit the integer settings of other nodes too. */
    private static final long LARGEST_DRAWN = Integer.MAX_VALUE;

    static final class UseFixedSeed implements BooleanReference {
    }

    static final class AtMostLargest extends MaxValidation {
        @Override
        protected double getMax() {
            return LARGEST;
        }
    }

    static final class DrawSeed implements ButtonReference {
    }

    /** The seed that the button draws. */
    static final class DrawnSeed implements StateProvider<Long> {
        @Override
        public void init(final StateProviderInitializer initializer) {
            initializer.computeOnButtonClick(DrawSeed.class);
        }

        @Override
        public Long computeState(final NodeParametersInput input) {
            return draw();
        }
    }

    /** Where the seed of an execution is to be found. */
    static final class WhereDrawn extends Preview {
        @Override
        protected void listen(final StateProviderInitializer initializer) {
            // it says the same always
        }

        @Override
        protected Optional<Message> show(final NodeParametersInput input) {
            return info("Each execution draws a seed of its own", """
                After the execution this node's flow variable "seed" tells which. To get the same numbers again, check \
                the option above and give that seed.""");
        }
    }

    @Widget(title = "Use fixed random seed", description = """
            If checked (the default), the random numbers start from the seed below: the same settings and the same input
            give the same output, to the last digit. If not, every execution draws a new seed; the flow variable
            <i>seed</i> tells which, so that the run can be repeated.
            """)
    @ValueReference(UseFixedSeed.class)
    boolean m_useFixedSeed = true;

    @Widget(title = "Seed", description = """
            The seed: any whole number from 0 to 9,007,199,254,740,991 (default 1). Another seed gives another random
            sample of the same law.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = AtMostLargest.class)
    @ValueProvider(DrawnSeed.class)
    @Effect(predicate = UseFixedSeed.class, type = EffectType.SHOW)
    long m_seed = 1;

    @Widget(title = "Draw a new seed", description = """
            Replaces the seed above by one that is drawn now. It is shown there and stays until it is changed, so that
            this run, too, can be repeated.
            """)
    @SimpleButtonWidget(ref = DrawSeed.class, icon = Icon.RELOAD)
    @Effect(predicate = UseFixedSeed.class, type = EffectType.SHOW)
    Void m_drawSeed;

    @TextMessage(WhereDrawn.class)
    @Effect(predicate = UseFixedSeed.class, type = EffectType.HIDE)
    Void m_whereDrawn;

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_useFixedSeed && (m_seed < 0 || m_seed > LARGEST)) {
            throw new InvalidSettingsException(
                "The seed is " + m_seed + ". Give a whole number from 0 to " + LARGEST + ".");
        }
    }

    /** @return whether the seed is known before execution */
    boolean isFixed() {
        return m_useFixedSeed;
    }

    /** @return the fixed seed, or one drawn now; differs from call to call if not fixed */
    long seed() {
        return m_useFixedSeed ? m_seed : draw();
    }

    private static long draw() {
        return new SplittableRandom().nextLong(LARGEST_DRAWN);
    }
}
