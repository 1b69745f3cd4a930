package org.troth.store.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.troth.events.Fact;
import org.troth.events.Recorded;
import org.troth.events.VolunteerId;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Under;
import org.troth.events.confidential.Words;

class RefusingOtherShapesTest {

    private static final String ID = "00000000-0000-4000-8000-00000000000a";

    sealed interface CupEvent extends Fact {
        @Recorded(as = "cup-filled", revision = 1)
        record CupFilled(
                VolunteerId cup, int drops, @Nullable Long of, boolean hot, Set<DataClass> kinds) implements CupEvent {}

        @Recorded(as = "cup-named", revision = 1)
        record CupNamed(
                VolunteerId cup,

                @Under(value = Words.VOLUNTEER_NAME, owner = "cup")
                Sealed name) implements CupEvent {}
    }

    sealed interface NamelessEvent extends Fact {
        record Nameless(UUID id) implements NamelessEvent {}
    }

    sealed interface TwinEvent extends Fact {
        @Recorded(as = "cup-filled", revision = 1)
        record Twin(UUID id) implements TwinEvent {}
    }

    sealed interface OwnerlessEvent extends Fact {
        @Recorded(as = "ownerless", revision = 1)
        record Ownerless(UUID id, Sealed words) implements OwnerlessEvent {}
    }

    sealed interface LostOwnerEvent extends Fact {
        @Recorded(as = "lost-owner", revision = 1)
        record LostOwner(
                UUID id,

                @Under(value = Words.VOLUNTEER_NAME, owner = "nobody")
                Sealed words) implements LostOwnerEvent {}
    }

    sealed interface FormlessEvent extends Fact {
        @Recorded(as = "formless", revision = 1)
        record Formless(double half) implements FormlessEvent {}
    }

    private final FactCodec codec = FactCodec.of(List.of(CupEvent.class), List.of());

    @Test
    void readsWhatItWrote() {
        Fact fact = new CupEvent.CupFilled(
                VolunteerId.of(ID), 3, null, true, Set.of(DataClass.NARRATIVE, DataClass.CONTACT, DataClass.AUDIT));

        assertThat(new String(codec.write(fact), UTF_8))
                .isEqualTo("{\"cup\":\"" + ID + "\",\"drops\":3,\"of\":null,\"hot\":true,"
                        + "\"kinds\":[\"AUDIT\",\"CONTACT\",\"NARRATIVE\"]}");
        assertThat(codec.read("cup-filled", 1, codec.write(fact))).isEqualTo(fact);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "{\"cup\":\"ID\",\"drops\":3,\"of\":null,\"hot\":true}",
                "{\"cup\":\"ID\",\"drops\":3,\"of\":null,\"hot\":true,\"kinds\":[],\"more\":1}",
                "{\"cup\":\"ID\",\"cup\":\"ID\",\"drops\":3,\"of\":null,\"hot\":true,\"kinds\":[]}",
                "{\"cup\":null,\"drops\":3,\"of\":null,\"hot\":true,\"kinds\":[]}",
                "{\"cup\":\"ID\",\"drops\":null,\"of\":null,\"hot\":true,\"kinds\":[]}",
                "{\"cup\":\"ID\",\"drops\":3.0,\"of\":null,\"hot\":true,\"kinds\":[]}",
                "{\"cup\":\"ID\",\"drops\":\"3\",\"of\":null,\"hot\":true,\"kinds\":[]}",
                "{\"cup\":\"ID\",\"drops\":3000000000,\"of\":null,\"hot\":true,\"kinds\":[]}",
                "{\"cup\":\"ID\",\"drops\":3,\"of\":99999999999999999999,\"hot\":true,\"kinds\":[]}",
                "{\"cup\":\"ID\",\"drops\":3,\"of\":null,\"hot\":\"true\",\"kinds\":[]}",
                "{\"cup\":\"ID\",\"drops\":3,\"of\":null,\"hot\":true,\"kinds\":[\"NONE\"]}",
                "{\"cup\":\"ID\",\"drops\":3,\"of\":null,\"hot\":true,\"kinds\":[\"AUDIT\",\"AUDIT\"]}",
                "{\"cup\":\"ID\",\"drops\":3,\"of\":null,\"hot\":true,\"kinds\":[null]}",
                "{\"cup\":\"ID\",\"drops\":3,\"of\":null,\"hot\":true,\"kinds\":\"AUDIT\"}",
                "{\"cup\":\"A-1-1-1-1\",\"drops\":3,\"of\":null,\"hot\":true,\"kinds\":[]}",
                "{\"cup\":{\"value\":\"ID\"},\"drops\":3,\"of\":null,\"hot\":true,\"kinds\":[]}",
                "{\"cup\":\"ID\",\"drops\":3,\"of\":null,\"hot\":true,\"kinds\":[]} {}"
            })
    void refusesWhatIsNotExactlyOfTheDeclaredShape(String text) {
        assertThatThrownBy(
                        () -> codec.read("cup-filled", 1, text.replace("ID", ID).getBytes(UTF_8)))
                .isInstanceOf(UnreadableFact.class)
                .hasMessageNotContaining(ID);
    }

    @Test
    void refusesOtherNamesAndRevisions() {
        byte[] written = codec.write(new CupEvent.CupFilled(VolunteerId.of(ID), 3, 4L, false, Set.of()));

        assertThatThrownBy(() -> codec.read("cup-emptied", 1, written)).isInstanceOf(UnreadableFact.class);
        assertThatThrownBy(() -> codec.read("cup-filled", 2, written)).isInstanceOf(UnreadableFact.class);
        assertThatThrownBy(() -> codec.read("cup-filled", 0, written)).isInstanceOf(UnreadableFact.class);
    }

    @Test
    void writesSealedWordsAsTheyLieAndFindsTheirOwner() {
        byte[] stored = new byte[136];
        Arrays.fill(stored, (byte) 0xfb);
        VolunteerId cup = VolunteerId.of(ID);
        Fact fact = new CupEvent.CupNamed(cup, new Sealed(stored, Words.VOLUNTEER_NAME, cup.value()));

        assertThat(new String(codec.write(fact), UTF_8)).contains("-_v7-_v7").doesNotContain("=");
        assertThat(codec.read("cup-named", 1, codec.write(fact))).isEqualTo(fact);
        assertThat(codec.sealedIn(fact)).containsExactly(((CupEvent.CupNamed) fact).name());
    }

    @Test
    void refusesWordsOfAnotherKindOrOwner() {
        VolunteerId cup = VolunteerId.of(ID);
        Sealed otherKind = new Sealed(new byte[136], Words.VOLUNTEER_CONTACT, cup.value());
        Sealed otherOwner = new Sealed(new byte[136], Words.VOLUNTEER_NAME, UUID.randomUUID());

        assertThatThrownBy(() -> codec.write(new CupEvent.CupNamed(cup, otherKind)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> codec.write(new CupEvent.CupNamed(cup, otherOwner)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesToWriteWhatIsMissing() {
        assertThatThrownBy(() -> codec.write(new CupEvent.CupFilled(null, 3, null, true, Set.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesToStartWithAFactThatCannotBeStoredExactly() {
        for (Class<? extends Fact> family : List.<Class<? extends Fact>>of(
                NamelessEvent.class, OwnerlessEvent.class, LostOwnerEvent.class, FormlessEvent.class)) {
            assertThatThrownBy(() -> FactCodec.of(List.of(family), List.of()))
                    .as(family.getSimpleName())
                    .isInstanceOf(UnfitForRecord.class);
        }
        assertThatThrownBy(() -> FactCodec.of(List.of(CupEvent.class, TwinEvent.class), List.of()))
                .isInstanceOf(UnfitForRecord.class)
                .hasMessageContaining("the name of another");
    }

    @Test
    void writesMetadataSortedAndReadsItBack() {
        TreeMap<String, String> texts = new TreeMap<>();
        texts.put("type", "Cup");
        texts.put("actor", "ż\"");

        byte[] written = codec.writeTexts(texts);

        assertThat(new String(written, UTF_8)).isEqualTo("{\"actor\":\"ż\\\"\",\"type\":\"Cup\"}");
        assertThat(codec.readTexts(written)).isEqualTo(texts);
        assertThatThrownBy(() -> codec.readTexts("{\"a\":1}".getBytes(UTF_8))).isInstanceOf(UnreadableFact.class);
        assertThatThrownBy(() -> codec.readTexts("{\"a\":\"1\"".getBytes(UTF_8)))
                .isInstanceOf(UnreadableFact.class);
    }
}
