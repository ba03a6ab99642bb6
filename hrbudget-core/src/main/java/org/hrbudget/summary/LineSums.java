package org.hrbudget.summary;

import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;

/** What a set of lines adds up to, whether of one unit or of the whole budget. For one thread. */
final class LineSums implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    long lines;
    long linkedLines;
    long links;
    long overlappingLines;
    long reasonsOfOneWord;
    BigDecimal amount = StageSums.ZERO;
    BigDecimal linkedAmount = StageSums.ZERO;
    BigDecimal attributedAmount = StageSums.ZERO;
    BigDecimal reasonedAmount = StageSums.ZERO;
    BigDecimal unknownAmount = StageSums.ZERO;

    void add(LineShares shares) {
        lines++;
        links += shares.links();
        amount = amount.add(shares.amount());
        reasonsOfOneWord += shares.hasReasonOfOneWord() ? 1 : 0;
        if (shares.isLinked()) {
            linkedLines++;
            overlappingLines += shares.overlaps() ? 1 : 0;
            linkedAmount = linkedAmount.add(shares.amount());
            attributedAmount = attributedAmount.add(shares.attributedAmount());
        } else if (shares.links() > 0) {
            unknownAmount = unknownAmount.add(shares.amount());
        } else if (shares.hasReason()) {
            reasonedAmount = reasonedAmount.add(shares.amount());
        }
    }

    void merge(LineSums other) {
        lines += other.lines;
        linkedLines += other.linkedLines;
        links += other.links;
        overlappingLines += other.overlappingLines;
        reasonsOfOneWord += other.reasonsOfOneWord;
        amount = amount.add(other.amount);
        linkedAmount = linkedAmount.add(other.linkedAmount);
        attributedAmount = attributedAmount.add(other.attributedAmount);
        reasonedAmount = reasonedAmount.add(other.reasonedAmount);
        unknownAmount = unknownAmount.add(other.unknownAmount);
    }
}
