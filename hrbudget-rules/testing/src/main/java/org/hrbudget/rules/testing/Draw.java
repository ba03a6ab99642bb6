package org.hrbudget.rules.testing;

import java.util.List;

/**
 * Numbers drawn from a seed: SplitMix64 (Steele, Lea and Flood 2014), written out so that no Java version changes what a seed
 * means.
 */
final class Draw {

    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    Draw(long seed) {
        this.state = seed;
    }

    private long next() {
        state += GAMMA;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** {@return a number from 0 to below a bound; the slight favour of small numbers does not matter here} */
    int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    /** {@return a number between two, both included} */
    long between(long least, long most) {
        return least + Long.remainderUnsigned(next(), most - least + 1);
    }

    boolean chance(int perThousand) {
        return below(1000) < perThousand;
    }

    <T> T of(List<T> values) {
        return values.get(below(values.size()));
    }
}
