# language: vi
@dieu-29
Tính năng: Điều kiện về nhà ở khi mua, thuê mua nhà ở xã hội

  Bối cảnh: công nhân có thu nhập trong mức trần
    Biết hồ sơ:
      | Tỉnh                            | Bắc Ninh     |
      | Nhóm đối tượng                  | 6            |
      | Tình trạng hôn nhân             | Chưa kết hôn |
      | Đang nuôi con dưới tuổi thành niên | không     |
      | Thu nhập                        | 12 triệu     |
      | Thu nhập tháng cao nhất         | 12 triệu     |
      | Có tên trong Giấy chứng nhận    | không        |
      | Có nhà ở                        | không        |
      | Đã mua nhà ở xã hội             | không        |
      | Đã được hỗ trợ nhà ở            | không        |
      | Đang ở nhà ở công vụ            | không        |
      | Đăng ký tại dự án khác          | không        |
      | Nguồn vốn xây dựng dự án | Chủ đầu tư |
      | Đang thuê nhà ở xã hội | không |
      | Khoảng cách từ nhà ở đến nơi làm việc | 5 |
      | Khoảng cách từ nơi làm việc đến dự án | 5 |

  Tình huống: Diện tích bình quân thấp hơn 15 m² sàn mỗi người
    Biết "Có nhà ở" là có
    Và "Có tên trong Giấy chứng nhận" là có
    Và "Giấy chứng nhận có thông tin về nhà ở" là có
    Và "Khoảng cách từ nhà ở đến nơi làm việc" là 5 km
    Và "Khoảng cách từ nơi làm việc đến dự án" là 5 km
    Và ngày xét là 01/05/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Diện tích nhà ở thuộc sở hữu | Số người đăng ký thường trú tại nhà ở đó | kết quả            | không đạt      |
      | 60 m²                        | 4                                        | không đủ điều kiện | home_too_small |
      | 59,99                        | 4                                        | đủ điều kiện       |                |
      | 59,9                         | 4                                        | đủ điều kiện       |                |
      | 60,01                        | 4                                        | không đủ điều kiện | home_too_small |
      | 15                           | 1                                        | không đủ điều kiện | home_too_small |
      | 14,99                        | 1                                        | đủ điều kiện       |                |

  Tình huống: Đất trống chưa có nhà trên Giấy chứng nhận
    Biết "Có tên trong Giấy chứng nhận" là có
    Và "Giấy chứng nhận có thông tin về nhà ở" là không
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Ngày xét   | kết quả            | không đạt      |
      | 08/02/2026 | không đủ điều kiện | no_home_of_own |
      | 09/02/2026 | đủ điều kiện       |                |

  Tình huống: Chưa có nhà ở thì không hỏi diện tích
    Biết ngày xét là 01/05/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
    Và không hỏi "Diện tích sàn nhà ở thuộc sở hữu"
    Và đạt "Chưa có nhà ở thuộc sở hữu tại tỉnh nơi có dự án"

  Tình huống: Nhà ở cách xa nơi làm việc tại Bắc Ninh
    Biết hồ sơ:
      | Có nhà ở                                  | có    |
      | Có tên trong Giấy chứng nhận              | có    |
      | Giấy chứng nhận có thông tin về nhà ở     | có    |
      | Diện tích nhà ở thuộc sở hữu              | 100   |
      | Số người đăng ký thường trú tại nhà ở đó  | 2     |
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Ngày xét   | Khoảng cách từ nhà ở đến nơi làm việc | Khoảng cách từ nơi làm việc đến dự án | kết quả            |
      | 22/09/2025 | 25 km                                 | 5 km                                  | không đủ điều kiện |
      | 23/09/2025 | 25 km                                 | 5 km                                  | đủ điều kiện       |
      | 01/05/2026 | 19,99                                 | 10                                    | không đủ điều kiện |
      | 01/05/2026 | 20                                    | 10                                    | đủ điều kiện       |
      | 01/05/2026 | 20,01                                 | 9,99                                  | đủ điều kiện       |
      | 01/05/2026 | 20                                    | 10,01                                 | không đủ điều kiện |
      | 31/05/2030 | 20                                    | 10                                    | đủ điều kiện       |
      | 01/06/2030 | 20                                    | 10                                    | không đủ điều kiện |

  Tình huống: Nhà ở xa nơi làm việc nhưng đã được hỗ trợ nhà ở thì kết luận là tạm xác định
    Biết hồ sơ:
      | Có nhà ở                                  | có    |
      | Có tên trong Giấy chứng nhận              | có    |
      | Giấy chứng nhận có thông tin về nhà ở     | có    |
      | Diện tích nhà ở thuộc sở hữu              | 100   |
      | Số người đăng ký thường trú tại nhà ở đó  | 2     |
      | Khoảng cách từ nhà ở đến nơi làm việc     | 30    |
      | Khoảng cách từ nơi làm việc đến dự án     | 3     |
      | Đã được hỗ trợ nhà ở                      | có    |
    Và ngày xét là 01/05/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
    Và kết luận là tạm xác định

  # K3: không ai tra cứu quy định của tỉnh thì không kết luận thay tỉnh.
  Tình huống: Tỉnh khác chưa được tra cứu quy định về nhà ở xa nơi làm việc
    Biết hồ sơ:
      | Tỉnh                                      | Tỉnh khác |
      | Có nhà ở                                  | có        |
      | Có tên trong Giấy chứng nhận              | có        |
      | Giấy chứng nhận có thông tin về nhà ở     | có        |
      | Diện tích nhà ở thuộc sở hữu              | 100       |
      | Số người đăng ký thường trú tại nhà ở đó  | 2         |
      | Khoảng cách từ nhà ở đến nơi làm việc     | 30        |
      | Khoảng cách từ nơi làm việc đến dự án     | 3         |
    Và ngày xét là 01/05/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"
    Và chưa xác định "home_far_from_work"

  Tình huống: Các lý do khác khiến hồ sơ không đạt
    Biết ngày xét là 01/05/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Đang ở nhà ở công vụ | Đã được hỗ trợ nhà ở | Đăng ký tại dự án khác | kết quả            | không đạt               |
      | có                   | không                | không                  | không đủ điều kiện | not_in_official_housing |
      | không                | có                   | không                  | không đủ điều kiện | no_support_received     |
      | không                | không                | có                     | không đủ điều kiện | one_application         |

  Tình huống: Sinh viên không được mua; hộ nghèo nông thôn chỉ được mua khi tỉnh quy định
    Biết ngày xét là 01/05/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Nhóm đối tượng        | kết quả            | không đạt                    |
      | Sinh viên             | không đủ điều kiện | buying_subject               |
      | Hộ nghèo nông thôn    | không đủ điều kiện | province_lets_rural_poor_buy |
      | Cán bộ; Sinh viên     | đủ điều kiện       |                              |

  Tình huống: Bộ quy tắc xét từ ngày 01/8/2024
    Biết ngày xét là 31/07/2024
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì bộ quy tắc chưa bao gồm ngày xét
    Và kết quả từng dòng là:
      | Ngày xét   | kết quả                 |
      | 31/07/2024 | ngoài phạm vi bộ quy tắc |
      | 01/08/2024 | đủ điều kiện            |

  # K8: dòng có nhà ở trên Giấy chứng nhận mà ghi chưa có nhà ở là mâu thuẫn, nên kết luận là tạm xác định.
  Tình huống: Có tên trong Giấy chứng nhận, hoặc Giấy chứng nhận có thông tin về nhà ở, thì không còn điểm để ngỏ
    Biết hồ sơ:
      | Tình trạng hôn nhân                      | đã kết hôn |
      | Thu nhập vợ/chồng                        | 5 triệu    |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội | không      |
      | Khoảng cách từ nhà ở đến nơi làm việc    | 5          |
      | Khoảng cách từ nơi làm việc đến dự án    | 5          |
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Ngày xét   | Có tên trong Giấy chứng nhận | Giấy chứng nhận có thông tin về nhà ở | Vợ/chồng có tên trong Giấy chứng nhận | Giấy chứng nhận của vợ (chồng) có thông tin về nhà ở | kết quả            | tạm xác định | không đạt      |
      | 08/02/2026 | không                        |                                       | không                                 |                                                      | đủ điều kiện       | không        |                |
      | 08/02/2026 | có                           |                                       | không                                 |                                                      | không đủ điều kiện | không        | no_home_of_own |
      | 08/02/2026 | không                        |                                       | có                                    |                                                      | không đủ điều kiện | không        | no_home_of_own |
      | 09/02/2026 | có                           | có                                    | không                                 |                                                      | không đủ điều kiện | có           | no_home_of_own |
      | 09/02/2026 | không                        |                                       | có                                    | có                                                   | không đủ điều kiện | có           | no_home_of_own |
      | 09/02/2026 | không                        |                                       | có                                    | không                                                | đủ điều kiện       | không        |                |

  Tình huống: Nhà ở cách xa nơi làm việc chưa được tính trước ngày 01/6/2025, và không dành cho người đã mua nhà ở xã hội
    Biết hồ sơ:
      | Có nhà ở                                 | có  |
      | Có tên trong Giấy chứng nhận             | có  |
      | Giấy chứng nhận có thông tin về nhà ở    | có  |
      | Diện tích nhà ở thuộc sở hữu             | 100 |
      | Số người đăng ký thường trú tại nhà ở đó | 2   |
      | Khoảng cách từ nhà ở đến nơi làm việc    | 25  |
      | Khoảng cách từ nơi làm việc đến dự án    | 5   |
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Ngày xét   | Đã mua nhà ở xã hội | kết quả            | không đạt          |
      | 01/08/2024 | không               | không đủ điều kiện | home_far_from_work |
      | 31/05/2025 | không               | không đủ điều kiện | home_far_from_work |
      | 01/06/2025 | không               | không đủ điều kiện | home_far_from_work |
      | 01/05/2026 | không               | đủ điều kiện       |                    |
      | 01/05/2026 | có                  | không đủ điều kiện | far_from_work_case |
