package shop;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class OrderPageTest {
    @Autowired
    MockMvc mvc;

    @Test
    void orders() throws Exception {
        mvc.perform(post("/orders")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"customer\": \"a@b.example\", \"product\": \"Pencil\", \"pieces\": 2}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.total").value(7.3));
    }

    @Test
    void knowsItsProducts() throws Exception {
        mvc.perform(post("/orders")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"customer\": \"a@b.example\", \"product\": \"Piano\", \"pieces\": 1}"))
                .andExpect(status().isNotFound());
    }
}
