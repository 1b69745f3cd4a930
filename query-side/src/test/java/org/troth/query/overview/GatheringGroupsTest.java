package org.troth.query.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.troth.query.overview.LeastCell.Group;

class GatheringGroupsTest {

    private static final String OTHERS = "others";

    private static List<Group> gathered(Group... groups) {
        return LeastCell.gathered(List.of(groups), OTHERS);
    }

    @Test
    void leavesThemAloneWhereNoneIsSmall() {
        assertThat(gathered(new Group("a", 5, 50), new Group("b", 9, 9)))
                .containsExactly(new Group("a", 5, 50), new Group("b", 9, 9));
        assertThat(gathered()).isEmpty();
    }

    @Test
    void putsTheSmallOnesTogetherAtTheEnd() {
        assertThat(gathered(new Group("a", 2, 20), new Group("b", 9, 9), new Group("c", 3, 1)))
                .containsExactly(new Group("b", 9, 9), new Group(OTHERS, 5, 21));
    }

    @Test
    void takesTheNextSmallestAlongWhereTheSmallOnesAreStillTooFew() {
        assertThat(gathered(new Group("a", 1, 100), new Group("b", 9, 9), new Group("c", 6, 6)))
                .as("else the one in a would be all minus b minus c")
                .containsExactly(new Group("b", 9, 9), new Group(OTHERS, 7, 106));
    }

    @Test
    void saysNothingOfFewerThanFive() {
        assertThat(gathered(new Group("a", 4, 40))).isEmpty();
        assertThat(gathered(new Group("a", 2, 4), new Group("b", 2, 4))).isEmpty();
    }

    @Test
    void tellsNoFigureOfFewAndLosesNobody() {
        Random random = new Random(11);
        for (int round = 0; round < 2_000; round++) {
            List<Group> groups = new ArrayList<>();
            for (int i = 0; i < random.nextInt(7); i++) {
                groups.add(new Group("group " + i, 1 + random.nextInt(12), random.nextInt(400)));
            }
            List<Group> told = LeastCell.gathered(groups, OTHERS);
            assertThat(told).allMatch(each -> each.people() >= LeastCell.LEAST);
            long all = groups.stream().mapToLong(Group::people).sum();
            assertThat(told.stream().mapToLong(Group::people).sum()).isEqualTo(all < LeastCell.LEAST ? 0 : all);
        }
    }
}
