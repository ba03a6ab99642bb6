package org.hrbudget.desk.open;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * How often somebody may write within an hour. No address is kept: only a keyed digest of it, for an hour, in memory, of a key that
 * nobody knows and that ends with the program.
 */
@Component
class HourlyLimit {

    /** How many comments an hour. */
    static final int MOST = 5;

    private static final Duration HOUR = Duration.ofHours(1);

    private static final int BYTES = 32;

    /** Of an address of the sixth version whoever has one has the second half to choose. */
    private static final int NETWORK = 8;

    private final Clock clock;
    private final SecretKeySpec key;
    private final Map<ByteBuffer, List<Instant>> taken = new HashMap<>();

    HourlyLimit(Clock clock) {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        this.clock = clock;
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    /** {@return whether somebody at an address may write once more, which is then counted} */
    synchronized boolean take(String address) {
        Instant now = clock.instant();
        taken.values().forEach(times -> times.removeIf(time -> time.isBefore(now.minus(HOUR))));
        taken.values().removeIf(List::isEmpty);
        List<Instant> times = taken.computeIfAbsent(digest(address), unknown -> new ArrayList<>());
        return times.size() < MOST && times.add(now);
    }

    private ByteBuffer digest(String address) {
        try {
            // The address of a connection is no name, so that nobody is asked for one.
            InetAddress from = InetAddress.getByName(address);
            byte[] bytes = from.getAddress();
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return ByteBuffer.wrap(mac.doFinal(from instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK) : bytes));
        } catch (UnknownHostException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
