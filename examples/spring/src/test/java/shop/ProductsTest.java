package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.ConstraintViolationException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@Transactional
class ProductsTest {
    @Autowired
    Products products;

    @Test
    void areThereFromTheStart() {
        assertThat(products.count()).isEqualTo(5);
    }

    @Test
    void areFoundByName() {
        assertThat(products.findByName("Chair")).isPresent();
        assertThat(products.findByName("chair")).isEmpty();
    }

    @Test
    void needAPrice() {
        assertThatThrownBy(() -> products.saveAndFlush(new Product("Gift", BigDecimal.ZERO)))
                .isInstanceOf(ConstraintViolationException.class);
    }
}
