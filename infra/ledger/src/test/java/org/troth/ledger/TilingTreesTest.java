package org.troth.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TilingTreesTest {
    private static final NaiveTree NAIVE = NaiveTree.of(1100);

    @Test
    void spellsPathsAsC2spDoes() {
        assertThat(new Tile(0, 1234067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new Tile(0, 273, 112).path()).isEqualTo("tile/0/273.p/112");
        assertThat(new Tile(2, 0, 1).path()).isEqualTo("tile/2/000.p/1");
        assertThat(new Tile(1, 1000, 255).path()).isEqualTo("tile/1/x001/000.p/255");
        assertThat(new EntryBundle(1234067, 256).path()).isEqualTo("tile/entries/x001/x234/067");
        assertThat(new EntryBundle(273, 112).path()).isEqualTo("tile/entries/273.p/112");
    }

    @Test
    void spellsPathsAlikeInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(new Tile(0, 1234067, 17).path()).isEqualTo("tile/0/x001/x234/067.p/17");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void readsItsOwnPaths() throws Malformed {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            int level = random.nextInt(7);
            long index = (random.nextLong() >>> 9 + 8 * level) >>> random.nextInt(Math.max(1, 54 - 8 * level));
            int width = 1 + random.nextInt(256);
            Tile tile = new Tile(level, index, width);
            EntryBundle bundle = new EntryBundle(index, width);

            assertThat(Tile.parse(tile.path())).isEqualTo(tile);
            assertThat(EntryBundle.parse(bundle.path())).isEqualTo(bundle);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile/0/1",
                "tile/0/0001",
                "tile/0/x000/001",
                "tile/0/x001/x234/067/",
                "tile/0/x001/1234",
                "tile/0/001/234",
                "tile/0/x001",
                "tile/00/001",
                "tile/8/000",
                "tile/63/000",
                "tile/-1/000",
                "tile/7/000",
                "tile/7/000.p/128",
                "tile/0/000.p/0",
                "tile/0/000.p/01",
                "tile/0/000.p/256",
                "tile/0/000.p/300",
                "tile/0/000.p/1/",
                "/tile/0/000",
                "tile/0/000\n",
                "tile/0/../000",
                "tile/0/٠٠١",
                "tile/0/x036/x028/x797/x018/x963/967",
                "tile/0/x036/x028/x797/x018/x963/968.p/1",
                "tile/0/x999/x999/x999/x999/x999/999",
                "tile/0/x999/x999/x999/x999/x999/x999/999",
                "tile/entries/",
                "tile/entries/x000/000",
                "tile/entries/000.p/256",
                "tile/entries/x036/x028/x797/x018/x963/967",
                "tile/entries/x999/x999/x999/x999/x999/999",
            })
    void refusesAnyOtherPath(String path) {
        assertThatThrownBy(() -> Tile.parse(path)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> EntryBundle.parse(path)).isInstanceOf(Malformed.class);
    }

    /** The greatest tree has 2^63 - 1 leaves, so that its last tile is one short of full on every level. */
    @Test
    void readsTheLastTilesOfTheGreatestTree() throws Malformed {
        for (int level = 0; level <= Tile.TOP; level++) {
            long last = (Long.MAX_VALUE >> 8 * level) / 256;
            int width = level == Tile.TOP ? 127 : 255;
            Tile tile = new Tile(level, last, width);
            int at = level;

            assertThat(Tile.parse(tile.path())).isEqualTo(tile);
            assertThatThrownBy(() -> new Tile(at, last, width + 1)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Tile(at, last + 1, 1)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(EntryBundle.parse("tile/entries/x036/x028/x797/x018/x963/967.p/255")
                        .first())
                .isEqualTo(Long.MAX_VALUE - 255);
        assertThatThrownBy(() -> new EntryBundle(Long.MAX_VALUE / 256, 256))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** The two examples in the text of tlog-tiles. */
    @Test
    void namesTheTilesOfASize() {
        assertThat(Tile.written(0, 256)).containsExactly(new Tile(0, 0, 256), new Tile(1, 0, 1));

        List<Tile> tiles = Tile.written(0, 70_000).toList();
        assertThat(tiles).hasSize(273 + 1 + 1 + 1 + 1);
        assertThat(tiles)
                .contains(
                        new Tile(0, 272, 256),
                        new Tile(0, 273, 112),
                        new Tile(1, 0, 256),
                        new Tile(1, 1, 17),
                        new Tile(2, 0, 1));
        assertThat(Tile.written(0, Long.MAX_VALUE >> 30).limit(3)).hasSize(3);
    }

    @Test
    void writesEachTileOnceAndLeavesNoneOut() {
        Random random = new Random(11);
        for (int run = 0; run < 30; run++) {
            Set<Tile> written = new HashSet<>();
            int size = 0;
            while (size < 1100) {
                int next = Math.min(1100, size + random.nextInt(run % 2 == 0 ? 9 : 400));
                List<Tile> fresh = Tile.written(size, next).toList();
                assertThat(fresh).noneMatch(written::contains).doesNotHaveDuplicates();
                written.addAll(fresh);
                assertThat(written)
                        .containsAll(MemoryTiles.of(NAIVE.first(next)).tiles.keySet());
                assertThat(EntryBundle.written(size, next))
                        .containsExactlyElementsOf(fresh.stream()
                                .filter(tile -> tile.level() == 0)
                                .map(tile -> new EntryBundle(tile.index(), tile.width()))
                                .toList());
                size = next;
            }
        }
        assertThat(Tile.written(5, 5)).isEmpty();
        assertThatThrownBy(() -> Tile.written(5, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EntryBundle.written(-1, 4)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void growsByExactlyThoseTiles() throws IOException {
        Random random = new Random(13);
        for (int run = 0; run < 20; run++) {
            MemoryTiles store = new MemoryTiles();
            int size = 0;
            while (size < 1100) {
                int next = Math.min(1100, size + random.nextInt(run % 2 == 0 ? 60 : 700));
                TreeGrowth growth =
                        new TiledTree(store, size).grown(NAIVE.leaves().subList(size, next));

                assertThat(growth.written().stream().map(TreeGrowth.Written::tile))
                        .containsExactlyElementsOf(Tile.written(size, next).toList());
                assertThat(growth.tree().size()).isEqualTo(next);
                assertThat(growth.tree().root()).isEqualTo(NAIVE.first(next).root());
                growth.written().forEach(each -> store.tiles.put(each.tile(), each.bytes()));
                MemoryTiles.of(NAIVE.first(next))
                        .tiles
                        .forEach((tile, bytes) -> assertThat(store.tiles.get(tile))
                                .as(tile.path())
                                .isEqualTo(bytes));
                size = next;
            }
        }
    }

    @Test
    void growsByNoHashOfAnotherLength() {
        TiledTree none = new TiledTree(new MemoryTiles(), 0);

        assertThatThrownBy(() -> none.grown(List.of(new byte[31]))).isInstanceOf(Tampered.class);
        assertThatThrownBy(() -> none.grown(List.of(new byte[32], new byte[64])))
                .isInstanceOf(Tampered.class);
    }

    @Test
    void refusesATileOfAWrongLength() {
        for (int size : new int[] {1, 255, 256, 300, 1100}) {
            MemoryTiles tiles = MemoryTiles.of(NAIVE.first(size));
            for (int off : new int[] {-32, -1, 1, 32, -31}) {
                TileSource wrong = tile -> {
                    byte[] bytes = tiles.bytes(tile);
                    return java.util.Arrays.copyOf(bytes, bytes.length + off);
                };
                assertThatThrownBy(() -> new TiledTree(wrong, size).root()).isInstanceOf(Tampered.class);
                assertThatThrownBy(() -> new TiledTree(wrong, size).leaf(0)).isInstanceOf(Tampered.class);
                if (size > 1) {
                    assertThatThrownBy(() -> new TiledTree(wrong, size).inclusion(0))
                            .isInstanceOf(Tampered.class);
                    assertThatThrownBy(() -> new TiledTree(wrong, size).consistency(1))
                            .isInstanceOf(Tampered.class);
                }
            }
        }
    }

    @Test
    void asksOnlyForTilesOfItsSize() throws IOException {
        for (int size : new int[] {1, 255, 256, 257, 1100}) {
            MemoryTiles tiles = MemoryTiles.of(NAIVE.first(size));
            TiledTree tree = new TiledTree(tiles, size);
            tree.root();
            for (int i = 0; i < size; i += 50) {
                tree.inclusion(i);
                tree.consistency(i);
            }
            Set<Tile> own = new HashSet<>(Tile.written(0, size).toList());
            assertThat(own).containsAll(tiles.read);
            assertThat(tiles.read).doesNotHaveDuplicates();
        }
        assertThatThrownBy(() -> new TiledTree(new MemoryTiles(), 1).root()).isInstanceOf(FileNotFoundException.class);
    }

    /** A scan of a whole log must not keep the whole log. */
    @Test
    void keepsAFewTilesOnly() throws IOException {
        NaiveTree big = NaiveTree.of(256 * 40);
        MemoryTiles tiles = MemoryTiles.of(big);
        TiledTree tree = new TiledTree(tiles, 256 * 40);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 40; i++) {
                assertThat(tree.leaf(256 * i)).isEqualTo(big.leaves().get(256 * i));
                assertThat(tree.leaf(256 * i + 255)).isEqualTo(big.leaves().get(256 * i + 255));
            }
        }
        assertThat(tiles.read).hasSizeBetween(48, 80);
    }

    @Test
    void findsTheTileThatDoesNotJoin() throws IOException {
        MemoryTiles tiles = MemoryTiles.of(NAIVE);
        List<Tile> full = Stream.of(0, 1, 2, 3).map(i -> new Tile(0, i, 256)).toList();
        for (Tile tile : full) {
            assertThat(new TiledTree(tiles, 1100).joins(tile)).isTrue();
        }
        byte[] altered = tiles.tiles.get(full.get(2)).clone();
        altered[8191] ^= 1;
        tiles.tiles.put(full.get(2), altered);

        List<Tile> joined = new ArrayList<>();
        for (Tile tile : full) {
            if (new TiledTree(tiles, 1100).joins(tile)) {
                joined.add(tile);
            }
        }
        assertThat(joined).containsExactly(full.get(0), full.get(1), full.get(3));
        assertThatThrownBy(() -> new TiledTree(tiles, 1100).joins(new Tile(0, 4, 76)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bundlesEntries() {
        EntryBundle bundle = new EntryBundle(3, 2);
        byte[] one = LogEntry.entry(NaiveTree.leaf(1), NaiveTree.leaf(2));
        byte[] two = LogEntry.entry(NaiveTree.leaf(3), NaiveTree.leaf(4));
        byte[] bytes = bundle.bytes(List.of(one, two));

        assertThat(bundle.first()).isEqualTo(768);
        assertThat(bytes).hasSize(2 * 67).startsWith(0, 65, 1);
        assertThat(bundle.entries(bytes)).containsExactly(one, two);
        assertThatThrownBy(() -> bundle.bytes(List.of(one))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bundle.bytes(List.of(one, new byte[65]))).isInstanceOf(Tampered.class);
    }

    @Test
    void refusesABundleThatIsNone() {
        EntryBundle bundle = new EntryBundle(0, 2);
        byte[] entry = LogEntry.entry(NaiveTree.leaf(1), NaiveTree.leaf(2));
        byte[] bytes = bundle.bytes(List.of(entry, entry));

        for (int length = 0; length < 300; length++) {
            byte[] cut = java.util.Arrays.copyOf(bytes, length);
            if (length != bytes.length) {
                assertThatThrownBy(() -> bundle.entries(cut)).isInstanceOf(Tampered.class);
            }
        }
        for (int framing : new int[] {0, 1, 2, 67, 68, 69}) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = bytes.clone();
                changed[framing] ^= (byte) (1 << bit);
                assertThatThrownBy(() -> bundle.entries(changed)).isInstanceOf(Tampered.class);
            }
        }
    }
}
