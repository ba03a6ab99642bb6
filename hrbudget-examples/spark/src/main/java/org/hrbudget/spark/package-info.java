/**
 * A budget of any size on Apache Spark, with the report that one machine gives.
 *
 * <p>Start at {@link org.hrbudget.spark.SparkValidator}.
 */
@NullMarked
package org.hrbudget.spark;

import org.jspecify.annotations.NullMarked;
