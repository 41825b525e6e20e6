package shop;

import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/products")
class ProductController {
    private final Products products;

    ProductController(Products products) {
        this.products = products;
    }

    @GetMapping
    List<Product> find(@RequestParam(name = "name", defaultValue = "") String part) {
        return products.findByNameContainingIgnoreCaseOrderByName(part);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Product add(@Valid @RequestBody Product product) {
        return products.save(product);
    }
}
