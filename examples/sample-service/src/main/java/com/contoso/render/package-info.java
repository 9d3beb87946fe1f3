/** A render farm's service as somebody outside the library writes it: it embeds the library and knows nothing of its inside. */
package com.contoso.render;
