package kotlins

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Disabled
import org.junit.jupiter.api.Nested
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.CsvSource
import org.junit.jupiter.params.provider.MethodSource

class BasketTest {
    @Test
    fun `an empty basket costs nothing`() {
    }

    @Test
    fun `a full one, with comma (and more)`() {
        assertEquals("one", "two")
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource("1, 2", "2, 3")
    fun `adds up`(one: Int, other: Int) {
        assertEquals(3, one + other)
    }

    @ParameterizedTest
    @MethodSource("words")
    fun `takes words`(word: String) {
        println("word $word")
    }

    @TestFactory
    fun `makes tests`() = listOf("a", "b").map { dynamicTest("test $it") { } }

    @Test
    @Disabled("not today")
    fun `is disabled`() {
    }

    @Nested
    inner class `When full` {
        @Test
        fun `has all`() {
            println("has all")
        }

        @Nested
        inner class `and paid` {
            @Test
            fun `is empty again`() {
            }
        }
    }

    companion object {
        @JvmStatic
        fun words() = listOf("one", "two")
    }
}
