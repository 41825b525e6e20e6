package io.github.surefiremp.partition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.Unit;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UniqueElements;

class PartitionTest {
    @Property
    void everyClassIsInOneUnitAndTheOrderStays(
            @ForAll @UniqueElements List<@AlphaChars @StringLength(min = 1, max = 20) String> classes) {
        List<Unit> units = Partition.intoUnits(classes);

        assertThat(units.stream().flatMap(unit -> unit.classes().stream())).containsExactlyElementsOf(classes);
        assertThat(units).allSatisfy(unit -> assertThat(unit.classes()).hasSize(1));
        assertThat(units.stream().map(Unit::name)).doesNotHaveDuplicates();
    }
}
