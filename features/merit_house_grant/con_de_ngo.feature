# language: vi
# Hồ sơ đủ điều kiện mà mức hỗ trợ hoặc thứ tự ưu tiên còn chưa xác định được: không kết luận ở mức thấp, nói rõ còn thiếu gì.
Tính năng: Điều còn để ngỏ của hồ sơ đủ điều kiện: Hỗ trợ người có công, thân nhân liệt sĩ xây mới hoặc sửa chữa nhà ở

  Tình huống: Còn để ngỏ, ngày 15/06/2013: Nhà ở phải phá dỡ để xây mới
    Biết người này tại tỉnh Bắc Giang, là bệnh binh, đang ở nhà tạm
    Và hồ sơ:
      | Hộ đã được hỗ trợ theo Quyết định 22/2013/QĐ-TTg       | không      |
      | Người có công còn sống                                 | có         |
      | Quan hệ với liệt sĩ                                    | Không      |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | có         |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | không      |
      | Hộ hiện đang ở tại nhà này                             | có         |
      | Hộ đăng ký thường trú tại nhà này                      | có         |
      | Phải sửa chữa khung, tường và thay mới mái             | có         |
      | Ngày đăng ký thường trú tại nhà                        | 01/01/2000 |
    Và ngày xét là 15/06/2013
    Khi xét "Hỗ trợ người có công, thân nhân liệt sĩ xây mới hoặc sửa chữa nhà ở"
    Thì kết quả là "đủ điều kiện"
    Và mức hỗ trợ là 20.000.000 đồng hoặc 40.000.000 đồng
    Và còn thiếu để xác định mức: "Nhà phải phá dỡ để xây mới"
    Và thứ tự ưu tiên còn chưa rõ: "Nhà ở có nguy cơ sập đổ, không an toàn khi sử dụng"
    Và thứ tự ưu tiên còn chưa rõ: "Người có công cao tuổi"
    Và thứ tự ưu tiên còn chưa rõ: "Hộ người có công là dân tộc thiểu số"
    Và thứ tự ưu tiên còn chưa rõ: "Hộ người có công có hoàn cảnh khó khăn"
    Và thứ tự ưu tiên còn chưa rõ: "Hộ người có công thuộc vùng thường xuyên xảy ra thiên tai"
    Và còn thiếu để xác định thứ tự ưu tiên: "Nhà có nguy cơ sập đổ, không an toàn"
    Và còn thiếu để xác định thứ tự ưu tiên: "Người có công cao tuổi"
    Và còn thiếu để xác định thứ tự ưu tiên: "Hộ dân tộc thiểu số"
    Và còn thiếu để xác định thứ tự ưu tiên: "Hộ có hoàn cảnh khó khăn"
    Và còn thiếu để xác định thứ tự ưu tiên: "Thuộc vùng thường xuyên xảy ra thiên tai"

  Tình huống: Còn để ngỏ, ngày 09/01/2025: Nhà ở phải phá dỡ để xây mới
    Biết người này tại tỉnh Bắc Ninh, là thương binh, đang ở nhà hư hỏng nặng
    Và hồ sơ:
      | Hộ đã được hỗ trợ theo Quyết định 22/2013/QĐ-TTg       | không |
      | Người có công còn sống                                 | có    |
      | Quan hệ với liệt sĩ                                    | Không |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | có    |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | không |
      | Hộ hiện đang ở tại nhà này                             | có    |
      | Hộ đăng ký thường trú tại nhà này                      | có    |
      | Phải sửa chữa khung, tường và thay mới mái             | có    |
    Và ngày xét là 09/01/2025
    Khi xét "Hỗ trợ người có công, thân nhân liệt sĩ xây mới hoặc sửa chữa nhà ở"
    Thì kết quả là "đủ điều kiện"
    Và mức hỗ trợ là 30.000.000 đồng hoặc 60.000.000 đồng
    Và còn thiếu để xác định mức: "Nhà phải phá dỡ để xây mới"
    Và thứ tự ưu tiên còn chưa rõ: "Nhà ở có nguy cơ sập đổ, không an toàn khi sử dụng"
    Và thứ tự ưu tiên còn chưa rõ: "Người có công cao tuổi"
    Và thứ tự ưu tiên còn chưa rõ: "Hộ người có công là dân tộc thiểu số"
    Và thứ tự ưu tiên còn chưa rõ: "Hộ người có công có hoàn cảnh khó khăn"
    Và thứ tự ưu tiên còn chưa rõ: "Hộ người có công thuộc vùng thường xuyên xảy ra thiên tai"
    Và còn thiếu để xác định thứ tự ưu tiên: "Nhà có nguy cơ sập đổ, không an toàn"
    Và còn thiếu để xác định thứ tự ưu tiên: "Người có công cao tuổi"
    Và còn thiếu để xác định thứ tự ưu tiên: "Hộ dân tộc thiểu số"
    Và còn thiếu để xác định thứ tự ưu tiên: "Hộ có hoàn cảnh khó khăn"
    Và còn thiếu để xác định thứ tự ưu tiên: "Thuộc vùng thường xuyên xảy ra thiên tai"

  Tình huống: Còn để ngỏ, ngày 01/10/2014: Nhà ở phải sửa chữa khung, tường và thay mới mái
    Biết người này tại tỉnh Bắc Giang, là bệnh binh, đang ở nhà tạm, phải phá dỡ nhà để xây mới
    Và hồ sơ:
      | Hộ đã được hỗ trợ theo Quyết định 22/2013/QĐ-TTg       | không      |
      | Người có công còn sống                                 | có         |
      | Quan hệ với liệt sĩ                                    | Không      |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | có         |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | không      |
      | Hộ hiện đang ở tại nhà này                             | có         |
      | Hộ đăng ký thường trú tại nhà này                      | có         |
      | Ngày đăng ký thường trú tại nhà                        | 01/01/2000 |
    Và ngày xét là 01/10/2014
    Khi xét "Hỗ trợ người có công, thân nhân liệt sĩ xây mới hoặc sửa chữa nhà ở"
    Thì kết quả là "đủ điều kiện"
    Và mức hỗ trợ là 40.000.000 đồng hoặc 20.000.000 đồng
    Và còn thiếu để xác định mức: "Phải sửa chữa khung, tường và thay mới mái"
    Và thứ tự ưu tiên còn chưa rõ: "Nhà ở có nguy cơ sập đổ, không an toàn khi sử dụng"
    Và thứ tự ưu tiên còn chưa rõ: "Người có công cao tuổi"
    Và thứ tự ưu tiên còn chưa rõ: "Hộ người có công là dân tộc thiểu số"
    Và thứ tự ưu tiên còn chưa rõ: "Hộ người có công có hoàn cảnh khó khăn"
    Và thứ tự ưu tiên còn chưa rõ: "Hộ người có công thuộc vùng thường xuyên xảy ra thiên tai"
    Và còn thiếu để xác định thứ tự ưu tiên: "Nhà có nguy cơ sập đổ, không an toàn"
    Và còn thiếu để xác định thứ tự ưu tiên: "Người có công cao tuổi"
    Và còn thiếu để xác định thứ tự ưu tiên: "Hộ dân tộc thiểu số"
    Và còn thiếu để xác định thứ tự ưu tiên: "Hộ có hoàn cảnh khó khăn"
    Và còn thiếu để xác định thứ tự ưu tiên: "Thuộc vùng thường xuyên xảy ra thiên tai"
