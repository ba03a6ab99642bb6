package org.hrbudget.spark;

import java.util.List;
import org.hrbudget.io.Layout;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.jspecify.annotations.Nullable;

/**
 * A budget in files that every machine of the cluster reads. What is not packed and in a charset of which bytes below 128 are ASCII
 * is read in parts; any other file is read by one task.
 *
 * @param locations the addresses of the files, such as {@code hdfs://cluster/budgets/2011.csv} or {@code s3a://bucket/2011.csv}; an
 *     address without a scheme is a path of the default file system
 * @param layout how their publisher writes budgets
 * @param phase the last phase the budget reports, or {@code null} where layout and columns say it
 * @param scope whether it is the whole budget or that of one unit
 */
public record BudgetFiles(
        List<String> locations, Layout layout, @Nullable BudgetPhase phase, BudgetHeader.Scope scope) {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if it is empty
     */
    public BudgetFiles {
        locations = List.copyOf(locations);
        if (locations.isEmpty()) {
            throw new IllegalArgumentException(
                    "No file to read a budget from.\nMaybe the list of files was filtered away.");
        }
    }

    /**
     * {@return the budget that these files together are}
     *
     * @param layout how their publisher writes budgets
     * @param locations the addresses of the files, at least one
     */
    public static BudgetFiles of(Layout layout, String... locations) {
        return new BudgetFiles(List.of(locations), layout, null, BudgetHeader.Scope.WHOLE);
    }
}
