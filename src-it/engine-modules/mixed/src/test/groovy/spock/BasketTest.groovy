package spock

import spock.lang.Ignore
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Unroll

class BasketTest extends Specification {
    @Shared List<String> basket = []

    def setupSpec() {
        println 'basket is set up'
    }

    def "an empty basket costs nothing"() {
        expect:
        basket.sum() == null
    }

    @Unroll
    def "#number pieces at #price cost #sum"() {
        expect:
        number * price == sum

        where:
        number | price || sum
        1      | 2     || 2
        2      | 3     || 6
        3      | 3     || 10
    }

    def "rows without a name of their own: #row"() {
        expect:
        row < 3

        where:
        row << [1, 2]
    }

    @Ignore('not today')
    def "is left out"() {
        expect:
        false
    }

    def "throws"() {
        when:
        throw new IllegalStateException('broken')

        then:
        thrown(IllegalArgumentException)
    }
}
