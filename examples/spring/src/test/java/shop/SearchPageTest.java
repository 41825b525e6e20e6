package shop;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class SearchPageTest {
    @Autowired
    MockMvc mvc;

    @Test
    void findsParts() throws Exception {
        mvc.perform(get("/products").param("name", "pen"))
                .andExpect(jsonPath("$.length()").value(2));
    }

    @Test
    void findsNothing() throws Exception {
        mvc.perform(get("/products").param("name", "piano"))
                .andExpect(jsonPath("$.length()").value(0));
    }

    @Test
    void isOrdered() throws Exception {
        mvc.perform(get("/products").param("name", "e"))
                .andExpect(jsonPath("$[0].name").value("Desk lamp"));
    }
}
