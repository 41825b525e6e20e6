package shop;

import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param currency in which prices are shown
 * @param freeShippingFrom in euros
 */
@Validated
@ConfigurationProperties("shop")
public record ShopSettings(
        @NotBlank @DefaultValue("EUR") String currency,
        @DefaultValue("50") BigDecimal freeShippingFrom) {}
