package org.troth.vault;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.troth.events.AccountId;
import org.troth.events.FactorId;
import org.troth.events.account.Passkeys;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Sealer;
import org.troth.events.confidential.Unreadable;
import org.troth.events.confidential.Unreadable.Why;
import org.troth.events.confidential.Words;

/**
 * Passkeys by the library webauthn4j, for one address and no other: ES256, EdDSA and RS256, always with the holder verified by
 * the device, never with a word on which model it is.
 */
final class WebAuthnPasskeys implements Passkeys {

    /** Passkeys are bound to a name, not to a number; a browser refuses any other. */
    private static final String NUMBER = "\\[.*]|[0-9.]+";

    private static final int CHALLENGE_BYTES = 32;
    private static final int MILLIS = 300_000;
    private static final boolean VERIFIED = true;
    private static final boolean PRESENT = true;

    /** What a device shows of it: as little as an app of codes does. */
    private static final String CALLED = "Sign-in";

    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            parameters(COSEAlgorithmIdentifier.ES256),
            parameters(COSEAlgorithmIdentifier.EdDSA),
            parameters(COSEAlgorithmIdentifier.RS256));

    private final Sealer sealer;
    private final WordOpening opening;
    private final SecureRandom random;
    private final @Nullable URI home;

    /** @param home where people reach this house; null, or an address that is a number, when there are no passkeys */
    WebAuthnPasskeys(Sealer sealer, WordOpening opening, SecureRandom random, @Nullable URI home) {
        this.sealer = sealer;
        this.opening = opening;
        this.random = random;
        this.home = home == null || home.getHost() == null || home.getHost().matches(NUMBER) ? null : home;
    }

    /** Made when it is first needed: the library reads a lot for it. */
    private static final class Library {
        private static final ObjectConverter CONVERTER = new ObjectConverter();
        private static final WebAuthnManager MANAGER = WebAuthnManager.createNonStrictWebAuthnManager(CONVERTER);
    }

    private static PublicKeyCredentialParameters parameters(COSEAlgorithmIdentifier algorithm) {
        return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
    }

    @Override
    public boolean arePossible() {
        return home != null;
    }

    @Override
    public Question toMake(AccountId account, Collection<Sealed> kept) {
        String challenge = challenge();
        return new Question(challenge, """
                {"challenge":"%s","rp":{"id":"%s","name":"%s"},"user":{"id":"%s","name":"%s","displayName":"%s"},\
                "pubKeyCredParams":[%s],"timeout":%d,"attestation":"none","excludeCredentials":%s,\
                "authenticatorSelection":{"residentKey":"discouraged","requireResidentKey":false,"userVerification":"required"}}""".formatted(
                        challenge,
                        name(),
                        name(),
                        KeptPasskey.encoded(handle(account)),
                        CALLED,
                        CALLED,
                        ALGORITHMS.stream()
                                .map(each -> "{\"type\":\"public-key\",\"alg\":%d}"
                                        .formatted(each.getAlg().getValue()))
                                .collect(Collectors.joining(",")),
                        MILLIS,
                        descriptors(kept)));
    }

    @Override
    public Question toShow(Collection<Sealed> kept) {
        String challenge = challenge();
        return new Question(challenge, """
                {"challenge":"%s","rpId":"%s","timeout":%d,"userVerification":"required","allowCredentials":%s}""".formatted(challenge, name(), MILLIS, descriptors(kept)));
    }

    private String descriptors(Collection<Sealed> kept) {
        return kept.stream()
                .map(this::read)
                .flatMap(Optional::stream)
                .map(KeptPasskey::descriptor)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String challenge() {
        byte[] bytes = new byte[CHALLENGE_BYTES];
        random.nextBytes(bytes);
        return KeptPasskey.encoded(bytes);
    }

    /** The name that passkeys are bound to. */
    private String name() {
        if (home == null) {
            throw new IllegalStateException("there are no passkeys where a house is reached under a number");
        }
        return home.getHost().toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<Made> made(AccountId account, @Nullable String challenge, String answer) {
        if (home == null || challenge == null || answer.length() > LONGEST_ANSWER) {
            return Optional.empty();
        }
        KeptPasskey kept;
        long counter;
        try {
            RegistrationData data = Library.MANAGER.verifyRegistrationResponseJSON(
                    answer, new RegistrationParameters(asked(home, challenge), ALGORITHMS, VERIFIED, PRESENT));
            AuthenticatorData<?> made = data.getAttestationObject().getAuthenticatorData();
            AttestedCredentialData credential = made.getAttestedCredentialData();
            if (credential == null || isElsewhere(data.getCollectedClientData())) {
                return Optional.empty();
            }
            kept = new KeptPasskey(
                    credential.getCredentialId(),
                    Library.CONVERTER.getCborConverter().writeValueAsBytes(credential.getCOSEKey()),
                    made.isFlagBE(),
                    transports(data.getTransports()));
            counter = made.getSignCount();
        } catch (RuntimeException unfit) {
            // Whatever the library makes of what a stranger wrote, it is a no.
            return Optional.empty();
        }
        return Optional.of(new Made(sealer.seal(Words.ACCOUNT_PASSKEY, account.value(), kept.line()), counter));
    }

    private static List<String> transports(@Nullable Set<AuthenticatorTransport> transports) {
        return transports == null
                ? List.of()
                : transports.stream().map(AuthenticatorTransport::getValue).toList();
    }

    @Override
    public Optional<Shown> shown(
            AccountId account, @Nullable String challenge, String answer, Map<FactorId, Sealed> kept) {
        if (home == null || challenge == null || answer.length() > LONGEST_ANSWER) {
            return Optional.empty();
        }
        AuthenticationData data;
        byte[] id;
        try {
            data = Library.MANAGER.parseAuthenticationResponseJSON(answer);
            id = data.getCredentialId();
        } catch (RuntimeException unfit) {
            return Optional.empty();
        }
        for (Map.Entry<FactorId, Sealed> each : kept.entrySet()) {
            KeptPasskey passkey = read(each.getValue()).orElse(null);
            if (passkey != null && Arrays.equals(passkey.id(), id)) {
                return counter(home, account, challenge, data, passkey)
                        .map(counter -> new Shown(each.getKey(), counter));
            }
        }
        return Optional.empty();
    }

    private static Optional<Long> counter(
            URI home, AccountId account, String challenge, AuthenticationData data, KeptPasskey passkey) {
        try {
            byte[] holder = data.getUserHandle();
            if (holder != null && holder.length > 0 && !Arrays.equals(holder, handle(account))) {
                return Optional.empty();
            }
            // Counters are compared where they are kept: the record that the library is shown has none.
            CredentialRecordImpl known = new CredentialRecordImpl(
                    null,
                    true,
                    passkey.backedUp(),
                    null,
                    0,
                    new AttestedCredentialData(
                            AAGUID.ZERO,
                            passkey.id(),
                            Library.CONVERTER.getCborConverter().readValue(passkey.key(), COSEKey.class)),
                    null,
                    null,
                    null,
                    null);
            AuthenticationData fits = Library.MANAGER.verify(
                    data,
                    new AuthenticationParameters(
                            asked(home, challenge), known, List.of(passkey.id()), VERIFIED, PRESENT));
            AuthenticatorData<?> shown = fits.getAuthenticatorData();
            return shown == null || isElsewhere(fits.getCollectedClientData())
                    ? Optional.empty()
                    : Optional.of(shown.getSignCount());
        } catch (RuntimeException unfit) {
            return Optional.empty();
        }
    }

    /** Whether it was answered from within a page of somebody else's. */
    private static boolean isElsewhere(@Nullable CollectedClientData said) {
        return said == null || Boolean.TRUE.equals(said.getCrossOrigin());
    }

    private static ServerProperty asked(URI home, String challenge) {
        return ServerProperty.builder()
                .origin(new Origin(origin(home)))
                .rpId(home.getHost().toLowerCase(Locale.ROOT))
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private static String origin(URI home) {
        String host = home.getScheme() + "://" + home.getHost().toLowerCase(Locale.ROOT);
        return home.getPort() < 0 ? host : host + ":" + home.getPort();
    }

    /** What the device keeps to tell one account from another: the account's random number, and no word. */
    private static byte[] handle(AccountId account) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(account.value().getMostSignificantBits())
                .putLong(account.value().getLeastSignificantBits())
                .array();
    }

    /** Empty when the account was erased: to one who signs in it never was. */
    private Optional<KeptPasskey> read(Sealed kept) {
        if (kept.words() != Words.ACCOUNT_PASSKEY) {
            throw new IllegalArgumentException("not a passkey");
        }
        try {
            return Optional.of(KeptPasskey.read(opening.open(kept, () -> {})));
        } catch (Unreadable e) {
            if (e.why() == Why.ERASED) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
