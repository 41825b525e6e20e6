package spock

import spock.lang.Specification
import spock.lang.Stepwise

@Stepwise
class StepsTest extends Specification {
    static int step

    def "first"() {
        expect:
        ++step == 1
    }

    def "second"() {
        expect:
        ++step == 3
    }

    def "third is skipped"() {
        expect:
        ++step == 3
    }
}
