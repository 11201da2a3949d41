package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void startsWithByteOrderMarkAndQuotesWhatNeedsIt() {
        assertThat(line("团组, 一", "a\"b", "c\nd", 12)).isEqualTo("\uFEFF\"团组, 一\",\"a\"\"b\",\"c\nd\",12\r\n");
    }

    @Test
    void textNeverRunsAsFormula() {
        assertThat(line("=1+1", "+1", "-1", "@x", "\tx", -1)).isEqualTo("\uFEFF'=1+1,'+1,'-1,'@x,'\tx,-1\r\n");
    }

    /** Where the full-width signs count as well, and where the semicolon separates. */
    @Test
    void textNeverRunsAsFormulaInOtherSettings() {
        assertThat(line("＝1+1", "＋1", "－1", "＠x", "\n=1", "a;=1"))
                .isEqualTo("\uFEFF'＝1+1,'＋1,'－1,'＠x,\"'\n=1\",\"a;=1\"\r\n");
    }

    @Test
    void formulaThatNeedsQuotesGetsBoth() {
        assertThat(line("=HYPERLINK(\"http://x\",\"y\")"))
                .isEqualTo("\uFEFF\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"\r\n");
    }

    private static String line(Object... cells) {
        Csv csv = new Csv();
        csv.row(List.of(cells));
        return new String(csv.bytes(), StandardCharsets.UTF_8);
    }
}
