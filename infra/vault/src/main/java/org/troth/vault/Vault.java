package org.troth.vault;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.troth.events.account.Passkeys;
import org.troth.events.confidential.BlindMarks;
import org.troth.events.confidential.Codes;
import org.troth.events.confidential.Digests;
import org.troth.events.confidential.Opener;
import org.troth.events.confidential.Passwords;
import org.troth.events.confidential.Sealer;
import org.troth.events.confidential.Tags;
import org.troth.events.confidential.TimeCodes;
import org.troth.ledger.FactSealing;
import org.troth.ledger.KeyBirths;
import org.troth.ledger.KeyEvictions;

/**
 * The door of the vault: hands out everything that is done with keys, and no key.
 *
 * <p>All that it hands out is safe for many threads and refuses with
 * {@link org.troth.events.confidential.Unreadable}. Closing it zeroises what is cached.
 */
public final class Vault implements AutoCloseable {
    private static final Duration SWEEP = Duration.ofSeconds(1);

    private final ShredDomain shredDomain;
    private final DataKeys keys;
    private final Births births;
    private final FactSeals factSeals;
    private final KeySealer sealer;
    private final DisclosedOpener opener;
    private final Argon2Passwords passwords;
    private final IndexTags tags;
    private final RandomCodes codes;
    private final SteppedCodes timeCodes;
    private final WordOpening opening;
    private final SecureRandom random;
    private final ScheduledExecutorService sweeper;

    private Vault(ShredDomain shredDomain, DataKeys keys, SecureRandom random) {
        WordOpening opening = new WordOpening(keys);
        this.opening = opening;
        this.random = random;
        this.shredDomain = shredDomain;
        this.keys = keys;
        this.births = new Births(keys);
        this.factSeals = new FactSeals(keys, random);
        this.sealer = new KeySealer(keys, random);
        this.opener = new DisclosedOpener(opening);
        this.passwords = new Argon2Passwords(
                sealer,
                opening,
                random,
                Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors())));
        this.tags = new IndexTags(keys);
        this.codes = new RandomCodes(random);
        this.timeCodes = new SteppedCodes(sealer, opening, random);
        this.sweeper = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "vault-sweep");
            thread.setDaemon(true);
            return thread;
        });
        long millis = SWEEP.toMillis();
        var unused = sweeper.scheduleWithFixedDelay(keys::sweep, millis, millis, TimeUnit.MILLISECONDS);
    }

    /**
     * Opens over a migrated schema {@code vault}. Refuses with {@link VaultRefused} when the shred domain is older than
     * the keys in the table.
     */
    public static Vault open(DataSource dataSource, ShredDomain shredDomain, Destructions destructions) {
        KeyTable table = new KeyTable(dataSource);
        long needed = table.newestEpoch();
        long newest = shredDomain.newestNumber();
        if (newest < needed) {
            throw VaultRefused.shredDomainBehind(newest, needed);
        }
        SecureRandom random = new SecureRandom();
        return new Vault(shredDomain, new DataKeys(table, shredDomain, destructions, random, System::nanoTime), random);
    }

    /** Seals words; for the edge of the command side. */
    public Sealer sealer() {
        return sealer;
    }

    /** Opens words against a disclosure. */
    public Opener opener() {
        return opener;
    }

    /** Makes and checks password verifiers. */
    public Passwords passwords() {
        return passwords;
    }

    /** Makes keyed tags for claims, look-ups and idempotency. */
    public Tags tags() {
        return tags;
    }

    /** Makes the marks by which a search knows what it need not open. */
    public BlindMarks blindMarks() {
        return new KeyedBlindMarks(keys);
    }

    /** Makes one-time codes. */
    public Codes codes() {
        return codes;
    }

    /** Makes and checks the secrets of second factors. */
    public TimeCodes timeCodes() {
        return timeCodes;
    }

    /**
     * Asks for and checks passkeys, for those who come by this address.
     *
     * @param home such as {@code https://records.example.org}; where it is a number, or none, there are no passkeys
     */
    public Passkeys passkeys(@Nullable URI home) {
        return new WebAuthnPasskeys(sealer, opening, random, home);
    }

    /** Digests published texts. */
    public Digests digests() {
        return new PublishedDigests();
    }

    /** For the event store alone. */
    public FactSealing factSealing() {
        return factSeals;
    }

    /** For the event store alone. */
    public KeyBirths births() {
        return births;
    }

    /** For the event store alone. */
    public KeyEvictions evictions() {
        return keys;
    }

    /** State of the root key. */
    public KeyWrapper.Health health() {
        return shredDomain.health();
    }

    @Override
    public void close() {
        sweeper.shutdownNow();
        keys.evictAll();
    }
}
