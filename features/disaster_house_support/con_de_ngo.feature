# language: vi
# Hồ sơ đủ điều kiện mà mức hỗ trợ hoặc thứ tự ưu tiên còn chưa xác định được: không kết luận ở mức thấp, nói rõ còn thiếu gì.
Tính năng: Điều còn để ngỏ của hồ sơ đủ điều kiện: Hỗ trợ làm nhà, sửa nhà, di dời nhà do thiên tai, hỏa hoạn

  Tình huống: Còn để ngỏ, ngày 01/05/2026: Hộ nghèo, cận nghèo, khó khăn có nhà ở mất hoàn toàn và không còn nơi ở
    Biết người này tại tỉnh Bắc Ninh, là hộ nghèo, không có hoàn cảnh khó khăn, phải di dời khẩn cấp
    Và ngày xét là 01/05/2026
    Khi xét "Hỗ trợ làm nhà, sửa nhà, di dời nhà do thiên tai, hỏa hoạn"
    Thì kết quả là "đủ điều kiện"
    Và mức hỗ trợ là 30.000.000 đồng hoặc 40.000.000 đồng hoặc 20.000.000 đồng
    Và còn thiếu để xác định mức: "Thiệt hại về nhà ở do thiên tai, hỏa hoạn, bất khả kháng"
    Và còn thiếu để xác định mức: "Không còn nơi ở"
    Và còn thiếu để xác định mức: "Nhà không ở được"

  Tình huống: Còn để ngỏ, ngày 01/05/2026: Phải di dời nhà ở khẩn cấp theo quyết định của cơ quan có thẩm quyền
    Biết người này tại tỉnh Bắc Ninh, là hộ nghèo, không có hoàn cảnh khó khăn, bị thiên tai làm sập nhà
    Và không còn nơi ở
    Và ngày xét là 01/05/2026
    Khi xét "Hỗ trợ làm nhà, sửa nhà, di dời nhà do thiên tai, hỏa hoạn"
    Thì kết quả là "đủ điều kiện"
    Và mức hỗ trợ là 40.000.000 đồng hoặc 30.000.000 đồng
    Và còn thiếu để xác định mức: "Phải di dời nhà ở khẩn cấp theo quyết định của cơ quan có thẩm quyền"
