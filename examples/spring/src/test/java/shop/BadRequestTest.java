package shop;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
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
class BadRequestTest {
    @Autowired
    MockMvc mvc;

    @Test
    void noProductWithoutAName() throws Exception {
        mvc.perform(post("/products")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\": \" \", \"price\": 3}"))
                .andExpect(status().isBadRequest());
    }

    @Test
    void noOrderWithoutPieces() throws Exception {
        mvc.perform(post("/orders")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"customer\": \"a@b.example\", \"product\": \"Pen\", \"pieces\": 0}"))
                .andExpect(status().isBadRequest());
    }

    @Test
    void noOrderWithoutAnAddress() throws Exception {
        mvc.perform(post("/orders")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"customer\": \"nobody\", \"product\": \"Pen\", \"pieces\": 1}"))
                .andExpect(status().isBadRequest());
    }
}
