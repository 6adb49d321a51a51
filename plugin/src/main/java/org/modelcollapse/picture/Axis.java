package org.modelcollapse.picture;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Maps values to pixels along one direction, with ticks at round values. Immutable.
 *
 * @param low value at the first pixel
 * @param high value at the last pixel
 * @param from first pixel
 * @param to last pixel; less than {@code from} where the axis points upwards
 * @param ticks round values from low to high
 */
record Axis(double low, double high, double from, double to, List<BigDecimal> ticks) {

    private static final BigDecimal[] STEPS =
        {new BigDecimal("1"), new BigDecimal("2"), new BigDecimal("5"), new BigDecimal("10")};
    private static final int PLAIN_DIGITS = 6;

    /**
     * An axis from the round value at or below the lowest to the one at or above the highest.
     *
     * @param lowest finite value to be shown
     * @param highest finite value to be shown, at least lowest
     * @param from pixel of the low end
     * @param to pixel of the high end
     * @param wanted about how many steps to have
     * @return the axis
     */
    static Axis round(final double lowest, final double highest, final double from, final double to, final int wanted) {
        final BigDecimal step = step(lowest, highest, wanted);
        final BigDecimal first = new BigDecimal(lowest).divide(step, 0, RoundingMode.FLOOR).multiply(step);
        BigDecimal last = new BigDecimal(highest).divide(step, 0, RoundingMode.CEILING).multiply(step);
        if (last.compareTo(first) == 0) {
            last = first.add(step);
        }
        return new Axis(first.doubleValue(), last.doubleValue(), from, to, ticks(first, last, step));
    }

    /**
     * An axis from the lowest to the highest value exactly, with ticks at the round values between.
     *
     * @param lowest finite value at the low end
     * @param highest finite value at the high end, above lowest
     * @param from pixel of the low end
     * @param to pixel of the high end
     * @param wanted about how many steps to have
     * @return the axis
     */
    static Axis exact(final double lowest, final double highest, final double from, final double to, final int wanted) {
        final BigDecimal step = step(lowest, highest, wanted);
        final BigDecimal first = new BigDecimal(lowest).divide(step, 0, RoundingMode.CEILING).multiply(step);
        return new Axis(lowest, highest, from, to, ticks(first, new BigDecimal(highest), step));
    }

    private static BigDecimal step(final double lowest, final double highest, final int wanted) {
        final double size = highest == 0 ? 1 : Math.max(Double.MIN_NORMAL, Math.abs(highest));
        final double spread = highest > lowest ? highest - lowest : size;
        final BigDecimal raw = new BigDecimal(spread).divide(BigDecimal.valueOf(wanted), MathContext.DECIMAL64);
        final BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(raw.precision() - raw.scale() - 1);
        for (final BigDecimal factor : STEPS) {
            final BigDecimal step = power.multiply(factor);
            if (step.compareTo(raw) >= 0) {
                return step.stripTrailingZeros();
            }
        }
        throw new IllegalStateException("no step for " + lowest + " to " + highest);
    }

    private static List<BigDecimal> ticks(final BigDecimal first, final BigDecimal last, final BigDecimal step) {
        final List<BigDecimal> ticks = new ArrayList<>();
        for (BigDecimal tick = first; tick.compareTo(last) <= 0; tick = tick.add(step)) {
            ticks.add(tick);
        }
        return List.copyOf(ticks);
    }

    /** @return the pixel of the value */
    double at(final double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    /**
     * @return the tick as text: with a comma each three digits and a real minus sign; very large and very small ones
     *         with a power of ten
     */
    static String label(final BigDecimal tick) {
        if (tick.signum() == 0) {
            return "0";
        }
        final String sign = tick.signum() < 0 ? "\u2212" : "";
        final BigDecimal size = tick.abs().stripTrailingZeros();
        final int exponent = size.precision() - size.scale() - 1;
        if (exponent > PLAIN_DIGITS || size.scale() > PLAIN_DIGITS) {
            return sign + size.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString() + "e"
                + (exponent < 0 ? "\u2212" : "") + Math.abs(exponent);
        }
        final String plain = tick.abs().setScale(Math.max(0, tick.scale()), RoundingMode.UNNECESSARY).toPlainString();
        final int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        final StringBuilder text = new StringBuilder(plain);
        for (int i = point - 3; i > 0; i -= 3) {
            text.insert(i, ',');
        }
        return sign + text;
    }
}
