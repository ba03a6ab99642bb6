package org.hrbudget.rules.internal.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.validation.PackManifest;
import org.junit.jupiter.api.Test;

class UpcomingTest {

    /** 1 and, from 15 March 2011 on, 2 govern 2011; 3 governs from 2012; 4 replaces it by a law of 2013; a law binds the day after it is published. */
    private final PackText packs = new PackText()
            .version("1", "fiscal-years=2010-")
            .version("2", "amends=1", "fiscal-years=2011-", "in-force-from=2011-03-15")
            .version("3", "amends=2", "fiscal-years=2012-", "published=2011-12-02")
            .version("4", "amends=3", "fiscal-years=2012-", "published=2013-01-02");

    @Test
    void packsComeInTheOrderInWhichTheyTakeEffect() {
        assertThat(upcoming(2011, "2011-01-01"))
                .containsExactly("2 for 2011 by 2011-03-15", "3 for 2012 by 2011-12-03", "4 for 2012 by 2013-01-03");
    }

    @Test
    void whatIsInForceIsNotComing() {
        assertThat(upcoming(2011, "2011-03-15"))
                .containsExactly("3 for 2012 by 2011-12-03", "4 for 2012 by 2013-01-03");
        assertThat(upcoming(2012, "2013-01-03")).isEmpty();
    }

    @Test
    void whatIsReplacedBeforeItCouldBeChosenNeverComes() {
        assertThat(upcoming(2011, "2013-06-30")).containsExactly("4 for 2012 by 2013-06-30");
    }

    @Test
    void anEarlierYearIsFollowedByTheLawOfThatDay() {
        assertThat(upcoming(2010, "2011-03-14")).first().isEqualTo("2 for 2011 by 2011-03-15");
        assertThat(upcoming(2010, "2011-03-16")).first().isEqualTo("2 for 2011 by 2011-03-16");
    }

    @Test
    void aPackIsComingWhereNoneGovernsYet() {
        assertThat(upcoming(2009, "2009-06-01")).first().isEqualTo("1 for 2010 by 2009-06-01");
    }

    private List<String> upcoming(int year, String day) {
        Shelf shelf = Shelf.of(packs, "xx");
        PackManifest.Selection now = new Selection(shelf, FiscalYear.of(year), LocalDate.parse(day)).make();
        return new Upcoming(shelf, now, Stream.empty())
                .selections().stream()
                        .map(then -> then.version() + " for " + then.fiscalYear() + " by " + then.asOf())
                        .toList();
    }
}
