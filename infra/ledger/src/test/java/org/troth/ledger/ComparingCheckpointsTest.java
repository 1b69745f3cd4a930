package org.troth.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.troth.ledger.Comparison.CONSISTENT;
import static org.troth.ledger.Comparison.FORK;
import static org.troth.ledger.Comparison.OTHER_LOG;
import static org.troth.ledger.Comparison.ROLLBACK;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparingCheckpointsTest {

    @Test
    void findsOneHistoryConsistent() throws IOException {
        for (int n = 0; n < 20; n++) {
            for (int m = 0; m <= n; m++) {
                assertThat(Comparison.of(
                                LogVectors.checkpoint(m),
                                LogVectors.checkpoint(n),
                                LogVectors.tree(n).consistency(m)))
                        .isEqualTo(CONSISTENT);
            }
        }
    }

    @Test
    void findsARollbackWhateverIsShownWithIt() throws IOException {
        Checkpoint known = LogVectors.checkpoint(9);
        for (int n = 0; n < 9; n++) {
            assertThat(Comparison.of(known, LogVectors.checkpoint(n), List.of()))
                    .isEqualTo(ROLLBACK);
            assertThat(Comparison.of(
                            known, LogVectors.checkpoint(n), LogVectors.tree(9).consistency(n)))
                    .isEqualTo(ROLLBACK);
        }
    }

    @Test
    void findsTwoRootsOfOneSize() throws IOException {
        Checkpoint known = LogVectors.checkpoint(9);
        Checkpoint other = new Checkpoint(known.origin(), 9, NaiveTree.leaf(0));

        assertThat(Comparison.of(known, other, List.of())).isEqualTo(FORK);
        assertThat(Comparison.of(known, other, List.of(other.root()))).isEqualTo(FORK);
        assertThat(Comparison.of(known, known, List.of())).isEqualTo(CONSISTENT);
        Checkpoint noTree = new Checkpoint(known.origin(), 0, NaiveTree.leaf(0));
        assertThat(Comparison.of(LogVectors.checkpoint(0), noTree, List.of())).isEqualTo(FORK);
        assertThat(Comparison.of(noTree, known, List.of())).isEqualTo(FORK);
    }

    @Test
    void findsALongerTreeThatDoesNotBeginSo() throws IOException {
        Checkpoint known = LogVectors.checkpoint(6);
        TiledTree rewritten = new TiledTree(new MemoryTiles(), 0)
                .grown(LogVectors.leaves(10).subList(1, 10))
                .tree();
        Checkpoint shown = new Checkpoint(known.origin(), 9, rewritten.root());

        assertThat(Comparison.of(known, shown, rewritten.consistency(6))).isEqualTo(FORK);
        assertThat(Comparison.of(known, LogVectors.checkpoint(9), rewritten.consistency(6)))
                .isEqualTo(FORK);
        assertThat(Comparison.of(known, LogVectors.checkpoint(9), List.of())).isEqualTo(FORK);
        assertThat(Comparison.of(
                        known, LogVectors.checkpoint(9), LogVectors.tree(9).consistency(5)))
                .isEqualTo(FORK);
    }

    @Test
    void comparesNothingOfTwoLogs() throws IOException {
        Checkpoint known = LogVectors.checkpoint(6);

        assertThat(Comparison.of(known, new Checkpoint("other.example", 6, known.root()), List.of()))
                .isEqualTo(OTHER_LOG);
    }
}
