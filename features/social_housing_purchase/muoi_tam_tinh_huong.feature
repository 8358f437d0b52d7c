# language: vi
@18-tinh-huong
Tính năng: Mười tám tình huống kiểm tra của hồ sơ nghiên cứu pháp luật về nhà ở xã hội

  Bối cảnh: công nhân khu công nghiệp, chưa kết hôn, chưa có nhà ở, chưa hưởng chính sách nhà ở
    Biết hồ sơ:
      | Tỉnh                                            | Bắc Ninh     |
      | Nhóm đối tượng                                  | công nhân    |
      | Tình trạng hôn nhân                             | Chưa kết hôn |
      | Đang nuôi con dưới tuổi thành niên              | không        |
      | Thu nhập                                        | 12 triệu     |
      | Có tên trong Giấy chứng nhận                    | không        |
      | Có nhà ở                                        | không        |
      | Đã mua nhà ở xã hội                             | không        |
      | Đã được hỗ trợ nhà ở                            | không        |
      | Đang ở nhà ở công vụ                            | không        |
      | Đăng ký tại dự án khác                          | không        |
      | Nguồn vốn xây dựng dự án                        | Chủ đầu tư   |
      | Đang thuê nhà ở xã hội                          | không        |
      | Khoảng cách từ nhà ở đến nơi làm việc           | 5            |
      | Khoảng cách từ nơi làm việc đến dự án           | 5            |
    Và ngày xét là 01/05/2026

  Tình huống: 1. Công nhân thu nhập 22 triệu đồng qua các thời kỳ
    Biết "Thu nhập" là 22 triệu
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Ngày xét   | kết quả            | không đạt         |
      | 01/09/2025 | không đủ điều kiện | income_within_cap |
      | 15/01/2026 | không đủ điều kiện | income_within_cap |
      | 07/04/2026 | đủ điều kiện       |                   |

  Tình huống: 2. Đúng 25 triệu đồng
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Thu nhập   | kết quả            |
      | 25.000.000 | đủ điều kiện       |
      | 25.000.001 | không đủ điều kiện |

  Tình huống: 3. Ly hôn, nuôi con 17 tuổi rồi 18 tuổi
    Biết "Tình trạng hôn nhân" là ly hôn
    Và "Thu nhập" là 34 triệu
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Đang nuôi con dưới tuổi thành niên | kết quả            |
      | có                                 | đủ điều kiện       |
      | không                              | không đủ điều kiện |

  Tình huống: 4. Vợ chồng 30 và 19 triệu đồng
    Biết "Tình trạng hôn nhân" là đã kết hôn
    Và "Thu nhập" là 30 triệu
    Và "Thu nhập vợ/chồng" là 19 triệu
    Và "Vợ/chồng có tên trong Giấy chứng nhận" là không
    Và "Vợ (chồng) đã mua, thuê mua nhà ở xã hội" là không
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Ngày xét   | kết quả            |
      | 01/05/2026 | đủ điều kiện       |
      | 06/04/2026 | không đủ điều kiện |
      | 09/10/2025 | không đủ điều kiện |

  Tình huống: 5. Công nhân thu nhập 80 triệu đồng muốn thuê
    Biết "Thu nhập" là 80 triệu
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Ngày xét   | kết quả      |
      | 01/08/2024 | đủ điều kiện |
      | 01/05/2026 | đủ điều kiện |

  Tình huống: 6. Nhà ở thuộc Bắc Ninh cũ, dự án tại Việt Yên (Bắc Giang cũ): không tính là nhà trong tỉnh có dự án
    Biết "Có nhà ở" là không
    Và ngày xét là 01/06/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"

  Tình huống: 7. Có tên trên Giấy chứng nhận đất chưa có nhà
    Biết "Có tên trong Giấy chứng nhận" là có
    Và "Giấy chứng nhận có thông tin về nhà ở" là không
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Ngày xét   | kết quả            | không đạt      |
      | 08/02/2026 | không đủ điều kiện | no_home_of_own |
      | 09/02/2026 | đủ điều kiện       |                |

  Tình huống: 8. Nhà 60 m² cho bốn người
    Biết "Có nhà ở" là có
    Và "Có tên trong Giấy chứng nhận" là có
    Và "Giấy chứng nhận có thông tin về nhà ở" là có
    Và "Số người đăng ký thường trú tại nhà ở đó" là 4
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Diện tích nhà ở thuộc sở hữu | kết quả            | không đạt      |
      | 60                           | không đủ điều kiện | home_too_small |
      | 59,9                         | đủ điều kiện       |                |

  Tình huống: 9. Người có công thu nhập 100 triệu đồng
    Biết "Nhóm đối tượng" là người có công
    Và "Thu nhập" là 100 triệu
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"

  Tình huống: 10. Hộ cận nghèo đô thị chưa có nhà ở
    Biết "Nhóm đối tượng" là Hộ cận nghèo đô thị
    Và "Diện hộ" là Hộ cận nghèo
    Và "Thu nhập" là (trống)
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"

  Tình huống: 11. Hộ nghèo nông thôn muốn mua
    Biết "Nhóm đối tượng" là Hộ nghèo nông thôn
    Và "Diện hộ" là Hộ nghèo
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "province_lets_rural_poor_buy"

  Tình huống: 12. Người lao động của hộ kinh doanh tại xã nông thôn
    Biết hồ sơ:
      | Nhóm đối tượng                                         | (trống)       |
      | Nghề nghiệp                                            | Hộ kinh doanh |
      | Khu vực                                                | Nông thôn     |
      | Diện hộ                                                | Không         |
      | Diện người có công                                     | Không         |
      | Thân nhân liệt sĩ                                      | Không         |
      | Đã trả lại nhà ở công vụ                               | không         |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở          | không         |
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "buying_subject"

  Tình huống: 13. Đã mua nhà ở xã hội tại tỉnh khác năm 2018
    Biết "Đã mua nhà ở xã hội" là có
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "applicant_never_bought" theo "khoản 6 Điều 88 Luật Nhà ở 27/2023/QH15"

  Tình huống: 14. Quân nhân, vợ ngoài lực lượng vũ trang, tổng thu nhập 54 triệu đồng
    Biết hồ sơ:
      | Nhóm đối tượng                                   | lực lượng vũ trang |
      | Đã hưởng chính sách nhà ở cho lực lượng vũ trang | không              |
      | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá     | 30 triệu           |
      | Tình trạng hôn nhân                              | đã kết hôn         |
      | Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76) | không         |
      | Vợ/chồng có tên trong Giấy chứng nhận            | không              |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội         | không              |
      | Thu nhập                                         | 30 triệu           |
      | Thu nhập vợ/chồng                                | 24 triệu           |
      | Thu nhập tháng cao nhất                          | 54 triệu           |
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Ngày xét   | kết quả            |
      | 07/04/2026 | đủ điều kiện       |
      | 06/04/2026 | không đủ điều kiện |

  Tình huống: 15. Công nhân thu nhập 60 triệu đồng, đã có nhà, thuê nhà lưu trú
    Biết hồ sơ:
      | Thu nhập                                   | 60 triệu |
      | Có nhà ở                                   | có       |
      | Làm việc trong khu công nghiệp             | có       |
      | Nơi xác nhận đơn thuê nhà lưu trú          | Doanh nghiệp, hợp tác xã sản xuất trong khu công nghiệp |
      | Đang thuê nhà lưu trú công nhân khác       | không    |
    Khi xét "Thuê nhà lưu trú công nhân trong khu công nghiệp"
    Thì kết quả từng dòng là:
      | Có hợp đồng lao động | kết quả            | không đạt        |
      | có                   | đủ điều kiện       |                  |
      | không                | không đủ điều kiện | lodging_contract |

  Tình huống: 16. Hồ sơ nộp ngày 15/7/2024 theo Nghị định 49/2021/NĐ-CP, chưa giải quyết xong: theo quy định cũ
    Biết hồ sơ:
      | Hồ sơ nộp trước ngày 01/8/2024 theo Nghị định 100/2015/NĐ-CP và chưa giải quyết xong | có |
      | Đăng ký cư trú tại tỉnh nơi có dự án | Thường trú |
      | Có nhà ở thuộc sở hữu tại tỉnh khác | không |
      | Được xác nhận không phải nộp thuế thu nhập cá nhân thường xuyên | có |
    Và ngày xét là 01/09/2024
    Khi xét "Mua, thuê mua nhà ở xã hội theo Luật Nhà ở 2014"
    Thì kết quả là "đủ điều kiện"

  Tình huống: 17. Đăng ký hai dự án cùng lúc
    Biết "Đăng ký tại dự án khác" là có
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "one_application"

  Tình huống: 18. Sinh viên không được mua, được thuê trong thời gian học
    Biết "Nhóm đối tượng" là Sinh viên
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "buying_subject"

  Tình huống: 18b. Sinh viên thuê nhà ở xã hội
    Biết "Nhóm đối tượng" là Sinh viên
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Bổ sung: vợ chồng nuôi hai con chỉ áp dụng mức của vợ chồng
    Biết "Tình trạng hôn nhân" là đã kết hôn
    Và "Đang nuôi con dưới tuổi thành niên" là có
    Và "Thu nhập vợ/chồng" là 0
    Và "Vợ/chồng có tên trong Giấy chứng nhận" là không
    Và "Vợ (chồng) đã mua, thuê mua nhà ở xã hội" là không
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Thu nhập   | kết quả            |
      | 45.000.000 | đủ điều kiện       |
      | 51.000.000 | không đủ điều kiện |

  Tình huống: Bổ sung: dự án dùng vốn đầu tư công không bán, chỉ cho thuê mua
    Biết "Nguồn vốn xây dựng dự án" là Vốn đầu tư công
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
    Và đạt "project_lease_sells"
