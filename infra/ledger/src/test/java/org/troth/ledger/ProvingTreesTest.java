package org.troth.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.troth.ledger.Vectors.bytes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ProvingTreesTest {
    private static final int MOST = 130;
    private static final NaiveTree NAIVE = NaiveTree.of(MOST);

    private static TiledTree tiled(int size) {
        return new TiledTree(MemoryTiles.of(NAIVE.first(size)), size);
    }

    @Test
    void agreesWithTheDefinitionOnEveryRootAndLeaf() throws IOException {
        TreeRoot growing = new TreeRoot();
        for (int size = 0; size <= MOST; size++) {
            TiledTree tree = tiled(size);

            assertThat(tree.root())
                    .as("root of %d", size)
                    .isEqualTo(NAIVE.first(size).root())
                    .isEqualTo(growing.root());
            if (size < MOST) {
                growing.add(NAIVE.leaves().get(size));
            }
            for (int index = 0; index < size; index++) {
                assertThat(tree.leaf(index)).isEqualTo(NAIVE.leaves().get(index));
            }
        }
    }

    @Test
    void agreesWithTheDefinitionOnEveryInclusionProof() throws IOException {
        for (int size = 1; size <= MOST; size++) {
            TiledTree tree = tiled(size);
            byte[] root = tree.root();
            for (int index = 0; index < size; index++) {
                List<byte[]> proof = tree.inclusion(index);

                assertThat(proof).as("%d of %d", index, size).containsExactly(naivePath(index, size));
                assertThat(Tree.included(NAIVE.leaves().get(index), index, size, proof, root))
                        .isTrue();
            }
        }
    }

    @Test
    void agreesWithTheDefinitionOnEveryConsistencyProof() throws IOException {
        for (int n = 0; n <= MOST; n++) {
            TiledTree tree = tiled(n);
            byte[] root = tree.root();
            for (int m = 0; m <= n; m++) {
                List<byte[]> proof = tree.consistency(m);

                assertThat(proof)
                        .as("%d to %d", m, n)
                        .containsExactly(NAIVE.first(n).proof(m).toArray(byte[][]::new));
                assertThat(Tree.extended(m, NAIVE.first(m).root(), n, root, proof))
                        .isTrue();
            }
        }
    }

    @Test
    void agreesWithTheDefinitionOnBiggerTrees() throws IOException {
        Random random = new Random(20260301);
        NaiveTree big = NaiveTree.of(70_000);
        for (int size : new int[] {255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 66_000, 70_000}) {
            NaiveTree naive = big.first(size);
            TiledTree tree = new TiledTree(MemoryTiles.of(naive), size);
            byte[] root = tree.root();
            assertThat(root).isEqualTo(naive.root());
            for (int i = 0; i < 5; i++) {
                int index = random.nextInt(size);
                assertThat(tree.inclusion(index))
                        .containsExactly(naive.path(index).toArray(byte[][]::new));
                assertThat(Tree.included(naive.leaves().get(index), index, size, tree.inclusion(index), root))
                        .isTrue();
                assertThat(tree.consistency(index))
                        .containsExactly(naive.proof(index).toArray(byte[][]::new));
                assertThat(Tree.extended(index, naive.first(index).root(), size, root, tree.consistency(index)))
                        .isTrue();
            }
        }
    }

    @Test
    void refusesEveryChangedBitOfAProofLeafOrRoot() throws IOException {
        for (int size : new int[] {1, 2, 3, 7, 8, 13, 64, 100}) {
            TiledTree tree = tiled(size);
            byte[] root = tree.root();
            for (int index = 0; index < size; index += 1 + size / 9) {
                byte[] leaf = NAIVE.leaves().get(index);
                List<byte[]> proof = tree.inclusion(index);
                long at = index;
                eachBit(
                        proof,
                        changed -> assertThat(Tree.included(leaf, at, size, changed, root))
                                .isFalse());
                eachBit(
                        List.of(leaf),
                        changed -> assertThat(Tree.included(changed.get(0), at, size, proof, root))
                                .isFalse());
                eachBit(
                        List.of(root),
                        changed -> assertThat(Tree.included(leaf, at, size, proof, changed.get(0)))
                                .isFalse());
            }
            for (int m = 1; m <= size; m += 1 + size / 9) {
                byte[] before = NAIVE.first(m).root();
                List<byte[]> proof = tree.consistency(m);
                long from = m;
                eachBit(
                        proof,
                        changed -> assertThat(Tree.extended(from, before, size, root, changed))
                                .isFalse());
                eachBit(
                        List.of(before),
                        changed -> assertThat(Tree.extended(from, changed.get(0), size, root, proof))
                                .isFalse());
                eachBit(
                        List.of(root),
                        changed -> assertThat(Tree.extended(from, before, size, changed.get(0), proof))
                                .isFalse());
            }
        }
    }

    @Test
    void refusesEveryOtherIndexOfTheSameTree() throws IOException {
        for (int size = 1; size <= 70; size++) {
            TiledTree tree = tiled(size);
            byte[] root = tree.root();
            for (int index = 0; index < size; index++) {
                List<byte[]> proof = tree.inclusion(index);
                for (int other = -1; other <= size; other++) {
                    assertThat(Tree.included(NAIVE.leaves().get(index), other, size, proof, root))
                            .as("%d as %d of %d", index, other, size)
                            .isEqualTo(index == other);
                }
            }
        }
    }

    /** The size is bound by the signature over it: here it can only be as strict as the definition, and exactly so. */
    @Test
    void judgesEveryChangedBitOfIndexAndSizesAsTheDefinitionDoes() throws IOException {
        for (int size = 1; size <= 70; size++) {
            TiledTree tree = tiled(size);
            byte[] root = tree.root();
            for (int index = 0; index < size; index++) {
                byte[] leaf = NAIVE.leaves().get(index);
                List<byte[]> proof = tree.inclusion(index);
                byte[] before = NAIVE.first(index).root();
                List<byte[]> growth = tree.consistency(index);
                for (int bit = 0; bit < 64; bit++) {
                    long otherIndex = index ^ 1L << bit;
                    long otherSize = size ^ 1L << bit;
                    assertThat(Tree.included(leaf, otherIndex, size, proof, root))
                            .isFalse();
                    assertThat(Tree.included(leaf, index, otherSize, proof, root))
                            .isEqualTo(NaiveTree.included(leaf, index, otherSize, proof, root));
                    assertThat(Tree.extended(otherIndex, before, size, root, growth))
                            .isEqualTo(NaiveTree.extended(otherIndex, before, size, root, growth));
                    assertThat(Tree.extended(index, before, otherSize, root, growth))
                            .isEqualTo(NaiveTree.extended(index, before, otherSize, root, growth));
                }
            }
        }
    }

    /** A proof of one tree shown as one of any other, with hashes left over, too: exactly as strict as the definition. */
    @Test
    void judgesEveryOtherIndexAndSizeAsTheDefinitionDoes() throws IOException {
        for (int size = 1; size <= 11; size++) {
            TiledTree tree = tiled(size);
            byte[] root = tree.root();
            for (int index = 0; index < size; index++) {
                byte[] leaf = NAIVE.leaves().get(index);
                byte[] before = NAIVE.first(index).root();
                List<byte[]> proof = tree.inclusion(index);
                List<byte[]> growth = tree.consistency(index);
                for (int n = 0; n <= 18; n++) {
                    for (int at = 0; at <= n; at++) {
                        assertThat(Tree.included(leaf, at, n, proof, root))
                                .as("%d of %d as %d of %d", index, size, at, n)
                                .isEqualTo(NaiveTree.included(leaf, at, n, proof, root));
                        assertThat(Tree.extended(at, before, n, root, growth))
                                .as("%d to %d as %d to %d", index, size, at, n)
                                .isEqualTo(NaiveTree.extended(at, before, n, root, growth));
                    }
                }
            }
        }
        byte[] one = NAIVE.leaves().get(0);
        byte[] two = NAIVE.leaves().get(1);
        assertThat(Tree.included(two, 0, 1, List.of(one), NAIVE.first(2).root()))
                .isFalse();
    }

    @Test
    void refusesAnyOtherNumberOfHashes() throws IOException {
        for (int size = 1; size <= 40; size++) {
            TiledTree tree = tiled(size);
            byte[] root = tree.root();
            for (int index = 0; index < size; index++) {
                byte[] leaf = NAIVE.leaves().get(index);
                int at = index;
                long n = size;
                otherLengths(
                        tree.inclusion(index),
                        proof -> assertThat(Tree.included(leaf, at, n, proof, root))
                                .isFalse());
                int m = index + 1;
                otherLengths(
                        tree.consistency(m),
                        proof -> assertThat(Tree.extended(m, NAIVE.first(m).root(), n, root, proof))
                                .isFalse());
            }
            assertThat(Tree.extended(0, Tree.empty(), size, root, List.of(root)))
                    .isFalse();
        }
    }

    @Test
    void refusesHashesOfAnotherLength() throws IOException {
        TiledTree tree = tiled(6);
        byte[] root = tree.root();
        byte[] leaf = NAIVE.leaves().get(2);
        for (int length : new int[] {0, 31, 33, 64}) {
            byte[] odd = new byte[length];
            for (int i = 0; i < tree.inclusion(2).size(); i++) {
                List<byte[]> proof = new ArrayList<>(tree.inclusion(2));
                proof.set(i, odd);
                assertThat(Tree.included(leaf, 2, 6, proof, root)).isFalse();
            }
            for (int i = 0; i < tree.consistency(3).size(); i++) {
                List<byte[]> proof = new ArrayList<>(tree.consistency(3));
                proof.set(i, odd);
                assertThat(Tree.extended(3, NAIVE.first(3).root(), 6, root, proof))
                        .isFalse();
            }
            byte[] over = NaiveTree.digest(new byte[] {1}, leaf, odd);
            byte[] under = NaiveTree.digest(new byte[] {1}, odd, leaf);
            assertThat(Tree.included(leaf, 0, 2, List.of(odd), over)).isFalse();
            assertThat(Tree.included(leaf, 1, 2, List.of(odd), under)).isFalse();
            assertThat(Tree.included(odd, 0, 2, List.of(leaf), under)).isFalse();
            assertThat(Tree.extended(1, leaf, 2, over, List.of(odd))).isFalse();
            assertThat(Tree.extended(1, odd, 2, under, List.of(leaf))).isFalse();
            assertThat(Tree.included(odd, 0, 1, List.of(), odd)).isFalse();
            assertThat(Tree.extended(6, odd, 6, odd, List.of())).isFalse();
            assertThat(Tree.extended(0, Tree.empty(), 6, odd, List.of())).isFalse();
        }
    }

    @Test
    void refusesSizesThatAreNone() {
        byte[] leaf = NAIVE.leaves().get(0);
        for (long bad : new long[] {-1, Long.MIN_VALUE}) {
            assertThat(Tree.included(leaf, bad, 1, List.of(), leaf)).isFalse();
            assertThat(Tree.included(leaf, 0, bad, List.of(), leaf)).isFalse();
            assertThat(Tree.included(leaf, bad, bad, List.of(), leaf)).isFalse();
            assertThat(Tree.extended(bad, leaf, 1, leaf, List.of())).isFalse();
            assertThat(Tree.extended(bad, leaf, bad, leaf, List.of())).isFalse();
        }
        assertThat(Tree.included(leaf, 0, 0, List.of(), leaf)).isFalse();
        assertThat(Tree.included(leaf, 1, 1, List.of(), leaf)).isFalse();
        assertThat(Tree.extended(2, leaf, 1, leaf, List.of())).isFalse();
        assertThat(Tree.extended(0, leaf, 0, leaf, List.of())).isFalse();
        assertThat(Tree.extended(0, leaf, 1, leaf, List.of())).isFalse();
        assertThat(Tree.extended(0, Tree.empty(), 0, Tree.empty(), List.of())).isTrue();
        assertThat(Tree.extended(0, Tree.empty(), 1, leaf, List.of())).isTrue();
        assertThat(Tree.included(leaf, 0, 1, List.of(), leaf)).isTrue();
    }

    /** A tree of the greatest size, all of whose complete subtrees of one level are alike. */
    @Test
    void provesWithinTheGreatestTree() throws IOException {
        byte[][] alike = new byte[63][];
        alike[0] = NAIVE.leaves().get(0);
        for (int level = 1; level < 63; level++) {
            alike[level] = NaiveTree.digest(new byte[] {1}, alike[level - 1], alike[level - 1]);
        }
        Subtrees hashes = (level, index) -> alike[level];
        long size = Long.MAX_VALUE;
        byte[] root = Tree.root(hashes, size);

        for (long at : new long[] {0, 1, 255, 1L << 62, (1L << 62) - 1, size / 3, size - 1}) {
            List<byte[]> proof = Tree.inclusion(hashes, at, size);
            assertThat(proof.size()).isLessThanOrEqualTo(Tree.LEVELS);
            assertThat(Tree.included(alike[0], at, size, proof, root)).isTrue();
            if (at > 0) {
                List<byte[]> growth = Tree.consistency(hashes, at, size);
                assertThat(growth.size()).isLessThanOrEqualTo(Tree.LEVELS + 1);
                assertThat(Tree.extended(at, Tree.root(hashes, at), size, root, growth))
                        .isTrue();
            }
        }
    }

    @Test
    void makesNoProofOfWhatIsNotThere() {
        TiledTree tree = tiled(5);

        assertThatThrownBy(() -> tree.inclusion(5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.inclusion(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.leaf(5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistency(6)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistency(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TiledTree(tile -> new byte[0], -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void provesTheTreeOfTheKnownAnswers() throws IOException {
        JsonNode known = Vectors.tree();
        List<byte[]> leaves = known.required("leaves")
                .valueStream()
                .map(leaf -> HexFormat.of().parseHex(leaf.stringValue()))
                .toList();
        TiledTree none = new TiledTree(new MemoryTiles(), 0);
        for (int n = 1; n <= leaves.size(); n++) {
            TiledTree tree = none.grown(leaves.subList(0, n)).tree();
            byte[] root = bytes(known.required("roots"), Integer.toString(n));
            assertThat(tree.root()).isEqualTo(root);
            for (int m = 0; m < n; m++) {
                assertThat(Tree.included(leaves.get(m), m, n, tree.inclusion(m), root))
                        .isTrue();
                assertThat(Tree.extended(
                                m, bytes(known.required("roots"), Integer.toString(m)), n, root, tree.consistency(m)))
                        .isTrue();
            }
        }
    }

    /** The eight leaves and roots that Certificate Transparency's implementations have tested themselves with since 2013. */
    @Test
    void computesTheRootsOfCertificateTransparency() throws IOException {
        List<byte[]> leaves = Stream.of(
                        "",
                        "00",
                        "10",
                        "2021",
                        "3031",
                        "40414243",
                        "5051525354555657",
                        "606162636465666768696a6b6c6d6e6f")
                .map(HexFormat.of()::parseHex)
                .map(Tree::leaf)
                .toList();
        List<String> roots = List.of(
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        TiledTree none = new TiledTree(new MemoryTiles(), 0);
        for (int n = 1; n <= 8; n++) {
            assertThat(none.grown(leaves.subList(0, n)).tree().root())
                    .isEqualTo(HexFormat.of().parseHex(roots.get(n - 1)));
        }
    }

    private static byte[][] naivePath(int index, int size) {
        return NAIVE.first(size).path(index).toArray(byte[][]::new);
    }

    private interface Check {
        void accept(List<byte[]> proof);
    }

    private static void eachBit(List<byte[]> hashes, Check check) {
        for (int i = 0; i < hashes.size(); i++) {
            for (int bit = 0; bit < 256; bit++) {
                List<byte[]> changed = new ArrayList<>(hashes);
                byte[] hash = hashes.get(i).clone();
                hash[bit / 8] ^= (byte) (1 << bit % 8);
                changed.set(i, hash);
                check.accept(changed);
            }
        }
    }

    private static void otherLengths(List<byte[]> proof, Check check) {
        for (int i = 0; i < proof.size(); i++) {
            List<byte[]> shorter = new ArrayList<>(proof);
            shorter.remove(i);
            check.accept(shorter);
        }
        for (int i = 0; i <= proof.size(); i++) {
            List<byte[]> longer = new ArrayList<>(proof);
            longer.add(i, proof.isEmpty() ? new byte[32] : proof.get(Math.min(i, proof.size() - 1)));
            check.accept(longer);
        }
        List<byte[]> endless = new ArrayList<>();
        for (int i = 0; i < 65; i++) {
            endless.add(new byte[32]);
        }
        check.accept(endless);
    }
}
